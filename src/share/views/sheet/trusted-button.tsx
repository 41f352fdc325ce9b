import type { ComponentChildren } from 'preact';
import { Button, type ButtonProps } from '../../../ui/button.tsx';
import { pressed } from './press-guard.ts';

type TrustedButtonProps = Omit<ButtonProps, 'onClick' | 'children'> & {
  run: () => void;
  children?: ComponentChildren;
};

/** A button that accepts only a real press on something the person can see. */
export function TrustedButton({ run, ...rest }: TrustedButtonProps) {
  return <Button {...rest} onClick={(event) => pressed(event, run)} />;
}

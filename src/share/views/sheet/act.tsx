import type { ComponentChildren } from 'preact';
import { Button, type ButtonProps } from '../../../ui/button.tsx';

type ActProps = Omit<ButtonProps, 'onClick' | 'children'> & { run: () => void; children?: ComponentChildren };

/** A button that acts on a person's press only: the page's own script can reach into our open shadow and click. */
export function Act({ run, ...rest }: ActProps) {
  return <Button {...rest} onClick={(event) => event.isTrusted && run()} />;
}

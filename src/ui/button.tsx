import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

/** `shu`: the primary action of a page. `quiet`: without border. `loss`: destructive. */
export type ButtonKind = 'plain' | 'shu' | 'quiet' | 'loss';
export type ButtonProps = Omit<ButtonHTMLAttributes, 'icon'> & {
  kind?: ButtonKind;
  icon?: ComponentChildren;
  children?: ComponentChildren;
};

/** A button, at least 36 px. An icon alone needs `aria-label` (and a `title`). */
export function Button({ kind = 'plain', icon, children, class: className, ...rest }: ButtonProps) {
  const isTwice = rest.title !== undefined && rest.title === rest['aria-label'];
  return (
    <button
      type="button"
      {...rest}
      aria-label={isTwice ? undefined : rest['aria-label']}
      class={`button ${typeof className === 'string' ? className : ''}`}
      data-kind={kind}
      data-bare={children ? undefined : ''}
    >
      {icon}
      {children}
    </button>
  );
}

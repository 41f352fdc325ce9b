import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

/** `shu`: the one loud action of a page. `quiet`: no edge. `loss`: something is lost by it. */
export type ButtonKind = 'plain' | 'shu' | 'quiet' | 'loss';
export type ButtonProps = Omit<ButtonHTMLAttributes, 'icon'> & {
  kind?: ButtonKind;
  icon?: ComponentChildren;
  children?: ComponentChildren;
};

/** A button of ours, 36 px at least. Give `aria-label` (and a `title`) where there is only an icon: its name is said once. */
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

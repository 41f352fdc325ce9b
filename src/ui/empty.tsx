import type { ComponentChildren } from 'preact';

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
  icon?: ComponentChildren;
  /** What to do next: one button or link. */
  action?: ComponentChildren;
  /** What only some want to read, below the action. */
  more?: ComponentChildren;
  /** `alert` where something failed. */
  role?: 'alert' | 'status';
}

/** An empty state: nothing yet, nothing after filtering, or a failure. */
export function Empty({ title, children, icon, action, more, role }: EmptyProps) {
  return (
    <div class="empty" role={role}>
      {icon}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
      {more}
    </div>
  );
}

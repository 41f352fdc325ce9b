import type { ComponentChildren } from 'preact';

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
  icon?: ComponentChildren;
  /** What to do next: one button or link. */
  action?: ComponentChildren;
  /** `alert` where something failed. */
  role?: 'alert' | 'status';
}

/** An empty state: nothing yet, nothing after filtering, or a failure. */
export function Empty({ title, children, icon, action, role }: EmptyProps) {
  return (
    <div class="empty" role={role}>
      {icon}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

import type { ComponentChildren } from 'preact';

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
  icon?: ComponentChildren;
  /** The way on: one button or link. */
  action?: ComponentChildren;
  /** `alert` where something failed. */
  role?: 'alert' | 'status';
}

/** What stands where there is nothing yet, nothing left after a filter, or where reading failed. */
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

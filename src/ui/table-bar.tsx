/**
 * The thin bar beside a figure: `value` of `max`; empty at zero. Hidden from screen readers, which read the
 * figure.
 */
export function TableBar({ value, max }: { value: number; max: number }) {
  if (value <= 0 || max <= 0) return null;
  return (
    <span class="bar" aria-hidden="true" style={{ inlineSize: `${Math.min(100, (value / max) * 100)}%` }} />
  );
}

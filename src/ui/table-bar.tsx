/** The thin bar beside a row's figure. `value` of `max`; nothing at zero. The figure stands beside it, so it is silent. */
export function TableBar({ value, max }: { value: number; max: number }) {
  if (value <= 0 || max <= 0) return null;
  return (
    <span class="bar" aria-hidden="true" style={{ inlineSize: `${Math.min(100, (value / max) * 100)}%` }} />
  );
}

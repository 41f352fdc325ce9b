import { useLater } from './use-delay.ts';

/** A loading placeholder, shown after 200 ms. Its label is for screen readers. */
export function Skeleton({ label, lines = 5 }: { label: string; lines?: number }) {
  const late = useLater();
  if (!late) return null;
  return (
    <div class="skeleton" role="status">
      <span class="out-of-sight">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="skeleton-line" style={{ inlineSize: `${[92, 74, 83, 61, 78][i % 5]}%` }} />
      ))}
    </div>
  );
}

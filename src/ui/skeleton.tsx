import { useLater } from './use-delay.ts';

/** Grey lines while something is read, after 200 ms only. Its words are for a screen reader. */
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

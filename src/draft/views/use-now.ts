import { useEffect, useState } from 'preact/hooks';

/** Longest timer, ms: one over 2^31 - 1 would fire at once. */
const LONGEST = 3_600_000;

/** The present moment (UTC ms), updated when the next of these moments comes. */
export function useNow(moments: readonly number[]): number {
  const [now, setNow] = useState(Date.now);
  const next = Math.min(...moments.filter((at) => at > now), now + LONGEST);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(250, next - Date.now()));
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}

import { stopwatch } from './run-delay.ts';

/** Below this the machine's own noise decides, ms. */
const NOISE_MS = 4;
/** Ten times the input may cost so many times as much: linear with room for noise, where a square costs a hundred. */
const MOST = 30;

const fastest = async (times: number, cost: () => number | Promise<number>): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < times; at += 1) least = Math.min(least, await cost());
  return least;
};

/**
 * What an input of 100 KB costs beside one of 10 KB: null where it is linear, otherwise a sentence. `cost` gives ms: what
 * a function took (`timed`), or CPU of a hub (`hub.cost`).
 */
export async function growth(
  cost: (size: number) => number | Promise<number>,
  [small, large] = [10_000, 100_000],
): Promise<string | null> {
  const [a, b] = [await fastest(3, () => cost(small)), await fastest(3, () => cost(large))];
  const ratio = b / Math.max(a, NOISE_MS / 10);
  if (b < NOISE_MS || ratio <= MOST) return null;
  return `${small} cost ${a.toFixed(1)} ms and ${large} cost ${b.toFixed(1)} ms, ${ratio.toFixed(0)} times as much`;
}

/** Milliseconds that a function takes, without those in which the machine did something else. */
export function timed(run: () => unknown): number {
  const elapsed = stopwatch(process.pid);
  run();
  return elapsed();
}

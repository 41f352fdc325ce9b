import type { Click } from '../click/click.ts';
import { verdictsOf } from '../click/count-clicks.ts';
import { networksFrom } from '../click/day-networks.ts';
import { CLASSES, type Class, type CountingRules } from '../click/rules.ts';
import type { AnonymisedClick, HourResponse } from '../hub-api.ts';

/** Clicks of an hour that are sent one by one. */
export const MOST_SEEN = 1000;

/** The first clicks of an hour, at most one more than are sent, so that a viral hour is not read to its end. */
export async function firstOf(parts: AsyncIterable<readonly Click[]>): Promise<readonly Click[]> {
  const clicks: Click[] = [];
  for await (const part of parts) {
    clicks.push(...part.slice(0, MOST_SEEN + 1 - clicks.length));
    if (clicks.length > MOST_SEEN) break;
  }
  return clicks;
}

/** The counts of an hour whose clicks are not all sent one by one. */
export type SummedHour = Partial<Record<Class, number>>;

/** Numbers texts in the order of their first appearance; the empty one is 0. */
function numbering(): (text: string) => number {
  const known = new Map([['', 0]]);
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/**
 * A link's hour for its owner: the first clicks, enough to count them again by these rules. Hashes become numbers, since
 * counting needs only to know which are equal, and how many people of its network were counted before each click (`met`).
 * `until`: when the clicks are deleted, UTC ms. `summed`: the counts of all clicks, if these are not all.
 */
export function hourResponse(
  clicks: readonly Click[],
  rules: CountingRules,
  until: number,
  met: ReadonlyMap<string, number> = new Map(),
  summed: SummedHour | null = null,
): HourResponse {
  const [visitor, near] = [numbering(), numbering()];
  const counts = summed ?? countsOf(clicks, rules, met);
  const seen = clicks.slice(0, MOST_SEEN).map(
    (click): AnonymisedClick => ({
      id: click.id,
      visitor: visitor(click.visitor),
      near: near(click.near),
      word: click.word,
      referrer: click.referrer,
      device: click.device,
      own: click.own,
      qr: click.qr,
      met: met.get(click.id) ?? 0,
    }),
  );
  const bound = Number.isFinite(rules.perNetwork) ? { perNetwork: rules.perNetwork } : {};
  const sum = Object.values(counts).reduce((total, n) => total + n, 0);
  const all = Math.max(sum, clicks.length);
  return { rules: rules.version, ...bound, kept: all > 0, all, counts, clicks: seen, until };
}

function countsOf(
  clicks: readonly Click[],
  rules: CountingRules,
  met: ReadonlyMap<string, number>,
): SummedHour {
  const hour = new Map(clicks.map((click) => [click.id, click]));
  const verdicts = [...verdictsOf(hour, rules, networksFrom(met)).values()];
  const counts: SummedHour = {};
  for (const name of CLASSES) {
    const n = verdicts.filter(({ is }) => is === name).length;
    if (n > 0) counts[name] = n;
  }
  return counts;
}

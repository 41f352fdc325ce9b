import type { Click } from '../../click/click.ts';
import { judged } from '../../click/fold.ts';
import type { HourSaid, SeenClick } from '../../click/hub-api.ts';
import { networksTold } from '../../click/networks.ts';
import { CLASSES, type Rules } from '../../click/rules.ts';

/** Clicks of an hour that are told one by one. */
const MOST = 1000;

/** Texts as numbers, in the order in which they were met; the empty one is 0. */
function numbering(): (text: string) => number {
  const known = new Map([['', 0]]);
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/**
 * A link's hour as its owner may look at it: each click, what it counts as by these rules follows from them. Hashes are told
 * as numbers: who is the same is what counting looks at, beside how many people of its network were `met` before a click.
 * `until`: when they are deleted, UTC ms.
 */
export function hourSaid(
  clicks: readonly Click[],
  rules: Rules,
  until: number,
  met: ReadonlyMap<string, number> = new Map(),
): HourSaid {
  const [visitor, near] = [numbering(), numbering()];
  const counts: HourSaid['counts'] = {};
  const hour = new Map(clicks.map((click) => [click.id, click]));
  const verdicts = judged(hour, rules, networksTold(met));
  for (const name of CLASSES) {
    const n = [...verdicts.values()].filter(({ is }) => is === name).length;
    if (n > 0) counts[name] = n;
  }
  const seen = clicks.slice(0, MOST).map(
    (click): SeenClick => ({
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
  const all = clicks.length;
  return { rules: rules.version, ...bound, kept: all > 0, all, counts, clicks: seen, until };
}

import type { HourSaid } from '../hub-api.ts';
import type { Click } from './click.ts';
import { judged } from './count-clicks.ts';
import { networksTold } from './day-networks.ts';
import { type Rules, setBy } from './rules.ts';
import type { Verdict } from './hour-counter.ts';

/** Turns an hour's anonymised clicks, as the hub sends them to their owner, back into clicks that can be counted. */
export function clicksOf(
  { clicks }: Pick<HourSaid, 'clicks'>,
  { link, hour }: { link: string; hour: number },
): Click[] {
  const named = (number: number) => (number === 0 ? '' : `${number}`);
  return clicks.map(({ visitor, near, met: _, ...rest }) => ({
    ...rest,
    link,
    hour,
    visitor: named(visitor),
    near: named(near),
  }));
}

/** The verdict on each of those clicks by an edition of the rules, with the team's setting of that time. */
export function judgedSaid(
  response: HourSaid,
  of: { link: string; hour: number },
  rules: Rules,
): ReadonlyMap<string, Verdict> {
  const { perNetwork = rules.perNetwork, clicks } = response;
  const met = networksTold(new Map(clicks.map((click) => [click.id, click.met])));
  const hour = new Map(clicksOf(response, of).map((click) => [click.id, click]));
  return judged(hour, setBy(rules, { perNetwork }), met);
}

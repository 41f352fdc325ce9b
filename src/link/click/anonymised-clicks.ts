import type { HourResponse } from '../hub-api.ts';
import type { Click } from './click.ts';
import { verdictsOf } from './count-clicks.ts';
import { networksFrom } from './day-networks.ts';
import type { Verdict } from './hour-counter.ts';
import { type CountingRules, setBy } from './rules.ts';

/** Turns an hour's anonymised clicks, as the hub sends them to their owner, back into clicks that can be counted. */
export function clicksOf(
  { clicks }: Pick<HourResponse, 'clicks'>,
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
export function verdictsOfResponse(
  response: HourResponse,
  of: { link: string; hour: number },
  rules: CountingRules,
): ReadonlyMap<string, Verdict> {
  const { perNetwork = rules.perNetwork, clicks } = response;
  const met = networksFrom(new Map(clicks.map((click) => [click.id, click.met])));
  const hour = new Map(clicksOf(response, of).map((click) => [click.id, click]));
  return verdictsOf(hour, setBy(rules, { perNetwork }), met);
}

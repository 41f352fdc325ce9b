import type { HourSaid } from '../hub-api.ts';
import type { Click } from './click.ts';
import { judged } from './fold.ts';
import { networksTold } from './networks.ts';
import { type Rules, setBy } from './rules.ts';
import type { Verdict } from './running.ts';

/** The clicks of an hour as a hub tells their owner, as clicks that can be counted: who is the same has the same name. */
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

/** What each of those clicks counts as by an edition of the rules, as the team had set it. */
export function judgedSaid(
  said: HourSaid,
  of: { link: string; hour: number },
  rules: Rules,
): ReadonlyMap<string, Verdict> {
  const { perNetwork = rules.perNetwork, clicks } = said;
  const met = networksTold(new Map(clicks.map((click) => [click.id, click.met])));
  const hour = new Map(clicksOf(said, of).map((click) => [click.id, click]));
  return judged(hour, setBy(rules, { perNetwork }), met);
}

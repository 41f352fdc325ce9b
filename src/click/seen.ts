import type { Click } from './click.ts';
import type { HourSaid } from './hub-api.ts';

/** The clicks of an hour as a hub tells their owner, as clicks that can be counted: who is the same has the same name. */
export function clicksOf(
  { clicks }: Pick<HourSaid, 'clicks'>,
  { link, hour }: { link: string; hour: number },
): Click[] {
  const named = (number: number) => (number === 0 ? '' : `${number}`);
  return clicks.map(({ visitor, near, ...rest }) => ({
    ...rest,
    link,
    hour,
    visitor: named(visitor),
    near: named(near),
  }));
}

import { DayNetworks } from '../click/day-networks.ts';
import { HourCounter } from '../click/hour-counter.ts';
import type { CountingRules } from '../click/rules.ts';
import type { ClickLog } from './click-log.ts';
import { dayOfHour } from './link-days.ts';

/** A link's hour, which links have the same owner, and the id of the last click to look at. */
export interface HourOf {
  readonly link: string;
  readonly hour: number;
  readonly isOwners: (link: string) => boolean;
  readonly last: string;
}

/**
 * For each click of a link's hour, by id: how many people of its network the owner's links had on that day before it. Reads
 * the day's clicks until then, so it is called only if the limit per network decided about one of them.
 */
export async function earlierPeople(
  log: ClickLog,
  { link, hour, isOwners, last }: HourOf,
  rules: CountingRules,
  unread: (batch: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const [networks, met] = [new DayNetworks(), new Map<string, number>()];
  for (const span of await log.spans(dayOfHour(hour), Number.MAX_SAFE_INTEGER)) {
    // Counters are needed only within their hour.
    const hours = new Map<string, HourCounter>();
    for await (const clicks of log.partsOf(span, isOwners, unread))
      for (const click of clicks) {
        if (click.link === link && click.hour === hour) met.set(click.id, networks.met(click));
        if (click.id === last) return met;
        const key = `${click.link} ${click.hour}`;
        const running = hours.get(key) ?? new HourCounter(rules, networks);
        hours.set(key, running);
        running.add(click);
      }
    if (span.includes(hour)) break;
  }
  return met;
}

import { NetworksOfDay } from '../../click/networks.ts';
import type { Rules } from '../../click/rules.ts';
import { RunningHour } from '../../click/running.ts';
import type { ClickLog } from './click-log.ts';
import { dayOfHour } from './link-days.ts';

/** A link's hour, and whose the link is. */
export interface HourOf {
  readonly link: string;
  readonly hour: number;
  readonly isOwners: (link: string) => boolean;
}

/**
 * How many people of its network the owner's links had on that day before each click of a link's hour, by the click's id.
 * It takes the day's clicks until then: asked where the network decided about one of them.
 */
export async function metBefore(
  log: ClickLog,
  { link, hour, isOwners }: HourOf,
  rules: Rules,
  unread: (batch: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const [networks, hours, met] = [
    new NetworksOfDay(),
    new Map<string, RunningHour>(),
    new Map<string, number>(),
  ];
  for (const span of await log.spans(dayOfHour(hour), Number.MAX_SAFE_INTEGER)) {
    for await (const clicks of log.partsOf(span, isOwners, unread))
      for (const click of clicks) {
        if (click.link === link && click.hour === hour) met.set(click.id, networks.met(click));
        const key = `${click.link} ${click.hour}`;
        const running = hours.get(key) ?? new RunningHour(rules, networks);
        hours.set(key, running);
        running.add(click);
      }
    if (span.includes(hour)) break;
  }
  return met;
}

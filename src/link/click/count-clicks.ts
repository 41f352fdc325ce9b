import type { Click } from './click.ts';
import { DayNetworks, type Networks } from './day-networks.ts';
import { type Counts, HourCounter, NONE, type Verdict } from './hour-counter.ts';
import type { CountingRules } from './rules.ts';

/**
 * Clicks of one link in one hour, by id. Of all other clicks only one thing matters to them: how many people their network
 * has already counted for on that day.
 */
export type Hour = ReadonlyMap<string, Click>;

/** Adds clicks to an hour; those it has already are ignored. */
export function merged(hour: Hour, clicks: Iterable<Click>): Hour {
  const all = new Map(hour);
  for (const click of clicks) if (!all.has(click.id)) all.set(click.id, click);
  return all;
}

/** Clicks in the order of recording. */
const inOrder = (clicks: Iterable<Click>) => [...clicks].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The verdict on each click of an hour, by its id, whatever order they were added in. `networks`: the people counted earlier
 * on that day; nobody by default.
 */
export function verdictsOf(
  hour: Hour,
  rules: CountingRules,
  networks?: Networks,
): ReadonlyMap<string, Verdict> {
  const running = new HourCounter(rules, networks);
  const verdicts = new Map<string, Verdict>();
  for (const click of inOrder(hour.values())) {
    const verdict = running.add(click);
    if (verdict) verdicts.set(click.id, verdict);
  }
  return verdicts;
}

/** The sum of two counts. */
export function plus(a: Counts, b: Counts): Counts {
  return {
    human: a.human + b.human,
    qr: a.qr + b.qr,
    own: a.own + b.own,
    duplicate: a.duplicate + b.duplicate,
    capped: a.capped + b.capped,
    bot: a.bot + b.bot,
    preview: a.preview + b.preview,
    prefetch: a.prefetch + b.prefetch,
  };
}

/** The hours of clicks, by `link|hour`. Links and hours hold no `|`. */
export function clicksByHour(clicks: Iterable<Click>): Map<string, Hour> {
  const groups = Map.groupBy(clicks, ({ link, hour }) => `${link}|${hour}`);
  return new Map([...groups].map(([key, list]) => [key, merged(new Map(), list)]));
}

/** The counts of an hour. */
export function countsOf(hour: Hour, rules: CountingRules, networks?: Networks): Counts {
  const counts = { ...NONE };
  for (const { is } of verdictsOf(hour, rules, networks).values()) counts[is] += 1;
  return counts;
}

/** The counts of any clicks; their order and repetitions do not matter. */
export function counted(clicks: Iterable<Click>, rules: CountingRules): Counts {
  const hours = new Map<string, HourCounter>();
  const days = new Map<number, Networks>();
  for (const click of inOrder(clicks)) {
    const day = Math.floor(click.hour / 24);
    const networks = days.get(day) ?? new DayNetworks();
    days.set(day, networks);
    const key = `${click.link}|${click.hour}`;
    const hour = hours.get(key) ?? new HourCounter(rules, networks);
    hours.set(key, hour);
    hour.add(click);
  }
  return [...hours.values()].map(({ counts }) => counts).reduce(plus, NONE);
}

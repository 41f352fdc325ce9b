import type { Click } from './click.ts';
import type { Rules } from './rules.ts';
import { type Counts, NONE, RunningHour, type Verdict } from './running.ts';

/**
 * Clicks of one link in one hour, each once. Nothing else decides about a click, so that an hour can be counted without
 * any other, and counted again.
 */
export type Hour = ReadonlyMap<string, Click>;

/** Adds clicks to an hour. Those that are in it already change nothing: of one id there is one click. */
export function merged(hour: Hour, clicks: Iterable<Click>): Hour {
  const all = new Map(hour);
  for (const click of clicks) if (!all.has(click.id)) all.set(click.id, click);
  return all;
}

/** Clicks in the order in which they came, whatever the order in which they are told. */
const inOrder = (clicks: Iterable<Click>) => [...clicks].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What each click of an hour counts as, by its id. The order in which they were added does not matter. */
export function judged(hour: Hour, rules: Rules): ReadonlyMap<string, Verdict> {
  const running = new RunningHour(rules);
  const verdicts = new Map<string, Verdict>();
  for (const click of inOrder(hour.values())) {
    const verdict = running.add(click);
    if (verdict) verdicts.set(click.id, verdict);
  }
  return verdicts;
}

/** Two counts together. */
export function plus(a: Counts, b: Counts): Counts {
  return {
    human: a.human + b.human,
    qr: a.qr + b.qr,
    own: a.own + b.own,
    duplicate: a.duplicate + b.duplicate,
    bot: a.bot + b.bot,
    preview: a.preview + b.preview,
    prefetch: a.prefetch + b.prefetch,
  };
}

/** The hours of clicks, by `link|hour`. Links and hours hold no `|`. */
export function hoursOf(clicks: Iterable<Click>): Map<string, Hour> {
  const groups = Map.groupBy(clicks, ({ link, hour }) => `${link}|${hour}`);
  return new Map([...groups].map(([key, list]) => [key, merged(new Map(), list)]));
}

/** What an hour adds up to. */
export function countsOf(hour: Hour, rules: Rules): Counts {
  const counts = { ...NONE };
  for (const { is } of judged(hour, rules).values()) counts[is] += 1;
  return counts;
}

/** What any clicks add up to, the same in whatever order, parts or repetition they are told. */
export function counted(clicks: Iterable<Click>, rules: Rules): Counts {
  return [...hoursOf(clicks).values()].map((hour) => countsOf(hour, rules)).reduce(plus, NONE);
}

import type { Click } from '../click/click.ts';
import { DayNetworks } from '../click/day-networks.ts';
import { HourCounter } from '../click/hour-counter.ts';
import type { CountingRules } from '../click/rules.ts';
import type { ClickLog } from './click-log.ts';
import { dayOfHour } from './link-days.ts';

/** A link's hour that got clicks. */
export interface Touched {
  readonly link: string;
  readonly hour: number;
  readonly running: HourCounter;
}

/** Hours by link. */
export type HoursOfDay = Map<number, Map<string, HourCounter>>;

interface Day {
  readonly networks: DayNetworks;
  readonly hours: HoursOfDay;
}

/** The counters of current hours and the networks of their days, updated as clicks come in. */
export class HourCounters {
  private readonly log: ClickLog;
  private readonly rules: () => CountingRules;
  private readonly unread: (batch: number) => void;
  private readonly days = new Map<number, Day>();

  constructor(log: ClickLog, rules: () => CountingRules, unread: (batch: number) => void) {
    this.log = log;
    this.rules = rules;
    this.unread = unread;
  }

  /**
   * Adds clicks; answers with the hours that changed. `upto`: the batch up to which all are counted. A day's earlier clicks
   * are read from the log first, since the hub may have been restarted, or its clock set back, within that day.
   */
  async take(clicks: readonly Click[], upto: number): Promise<Touched[]> {
    for (const hour of new Set(clicks.map((click) => click.hour))) await this.open(hour, upto);
    const touched = new Map<HourCounter, Touched>();
    for (const click of clicks) {
      const { link, hour } = click;
      const day = this.days.get(dayOfHour(hour));
      const running = day && this.add(day, click);
      if (running) touched.set(running, { link, hour, running });
    }
    return [...touched.values()];
  }

  /**
   * Counts a day from the log up to a batch, in parts of complete hours. The hours' counters are dropped after each part; the
   * day's networks are carried on.
   */
  async *counted(day: number, upto: number): AsyncGenerator<HoursOfDay> {
    for await (const { hours } of this.read(day, upto)) yield hours;
  }

  private async *read(day: number, upto: number): AsyncGenerator<Day> {
    const networks = new DayNetworks();
    for (const span of await this.log.spans(day, upto)) {
      const part: Day = { networks, hours: new Map() };
      for await (const clicks of this.log.parts(span, upto, this.unread))
        for (const click of clicks) this.add(part, click);
      yield part;
    }
  }

  private async open(hour: number, upto: number): Promise<void> {
    const day = this.days.get(dayOfHour(hour));
    if (day?.hours.has(hour)) return;
    if (day && !(await this.log.has(hour, upto))) return void day.hours.set(hour, new Map());
    let whole: Day = { networks: new DayNetworks(), hours: new Map() };
    for await (const part of this.read(dayOfHour(hour), upto))
      whole = { networks: part.networks, hours: new Map([...whole.hours, ...part.hours]) };
    if (!whole.hours.has(hour)) whole.hours.set(hour, new Map());
    this.days.set(dayOfHour(hour), whole);
  }

  private add({ networks, hours }: Day, click: Click): HourCounter {
    const links = hours.get(click.hour) ?? new Map<string, HourCounter>();
    hours.set(click.hour, links);
    const running = links.get(click.link) ?? new HourCounter(this.rules(), networks);
    links.set(click.link, running);
    running.add(click);
    return running;
  }

  /** Drops counters of past hours. */
  drop(before: number): void {
    for (const [day, { hours }] of this.days) {
      for (const hour of hours.keys()) if (hour < before) hours.delete(hour);
      if (day < dayOfHour(before)) this.days.delete(day);
    }
  }

  clear(): void {
    this.days.clear();
  }
}

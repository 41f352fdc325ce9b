import type { Click } from '../../click/click.ts';
import type { Rules } from '../../click/rules.ts';
import { RunningHour } from '../../click/running.ts';
import type { ClickLog } from './click-log.ts';

/** A link's hour into which clicks came. */
export interface Touched {
  readonly link: string;
  readonly hour: number;
  readonly running: RunningHour;
}

/** The hours that clicks come into, with who was there: counted as the clicks come. */
export class RunningHours {
  private readonly log: ClickLog;
  private readonly rules: Rules;
  private readonly unread: (batch: number) => void;
  private readonly hours = new Map<number, Map<string, RunningHour>>();

  constructor(log: ClickLog, rules: Rules, unread: (batch: number) => void) {
    this.log = log;
    this.rules = rules;
    this.unread = unread;
  }

  /**
   * Adds clicks; the links' hours that they came into. `upto`: the batch up to which all is counted. What the log has of an
   * hour until there comes first: the hub may have stopped within it, or its clock been set back into it.
   */
  async take(clicks: readonly Click[], upto: number): Promise<Touched[]> {
    const touched = new Map<RunningHour, Touched>();
    for (const click of clicks) {
      const { link, hour } = click;
      const links = this.hours.get(hour) ?? (await this.opened(hour, upto));
      const running = this.add(links, click);
      touched.set(running, { link, hour, running });
    }
    return [...touched.values()];
  }

  /** An hour as it stands in the log up to a batch, by link. */
  async counted(hour: number, upto: number): Promise<Map<string, RunningHour>> {
    const links = new Map<string, RunningHour>();
    for (const click of await this.log.ofHour(hour, upto, this.unread)) this.add(links, click);
    return links;
  }

  private async opened(hour: number, upto: number): Promise<Map<string, RunningHour>> {
    const links = await this.counted(hour, upto);
    this.hours.set(hour, links);
    return links;
  }

  private add(links: Map<string, RunningHour>, click: Click): RunningHour {
    let running = links.get(click.link);
    if (!running) {
      running = new RunningHour(this.rules);
      links.set(click.link, running);
    }
    running.add(click);
    return running;
  }

  /** Lets go of hours that are over. */
  drop(before: number): void {
    for (const hour of this.hours.keys()) if (hour < before) this.hours.delete(hour);
  }

  clear(): void {
    this.hours.clear();
  }
}

import type { Hub } from '../../hub/hub.ts';
import { errorName } from '../../hub/log-line.ts';
import type { ClickLog } from './click-log.ts';

const HOUR = 3_600_000;
/** How often what has grown too old is looked for, ms. */
const EVERY = 6 * HOUR;

/** Deletes single clicks that are older than the team keeps them. What they add up to was counted and stays. */
export class Aging {
  private readonly hub: Hub;
  private readonly clicks: ClickLog;
  private readonly counted: () => Promise<void>;
  private readonly timer: NodeJS.Timeout;

  /** `counted` answers when all that is recorded is counted: nothing goes before. */
  constructor(hub: Hub, clicks: ClickLog, counted: () => Promise<void>) {
    this.hub = hub;
    this.clicks = clicks;
    this.counted = counted;
    this.timer = setInterval(() => void this.now(), EVERY).unref();
  }

  /** Deletes now what is too old. What could not be deleted is told and tried again. */
  async now(): Promise<void> {
    try {
      await this.counted();
      const oldest = Math.floor(this.hub.now() / HOUR) - this.hub.team.linkRules.keepDays * 24;
      const rows = await this.clicks.dropBefore(oldest);
      if (rows > 0) this.hub.log('clicks-dropped', { rows });
    } catch (error) {
      this.hub.log('clicks-not-dropped', { error: errorName(error) });
    }
  }

  close(): void {
    clearInterval(this.timer);
  }
}

import type { HubContext } from '../../hub/context.ts';
import { errorName } from '../../hub/log-line.ts';
import type { LinkRules } from '../../team/link-rules.ts';
import type { ClickLog } from './click-log.ts';

const HOUR = 3_600_000;
/** How often what has grown too old is looked for, ms. */
export const AGING_MS = 6 * HOUR;

/** What the age of clicks is held against. */
export interface AgingParts extends Pick<HubContext, 'now' | 'log'> {
  readonly rules: () => LinkRules;
}

/** Deletes single clicks that are older than the team keeps them. What they add up to was counted and stays. */
export class ClickRetention {
  private readonly parts: AgingParts;
  private readonly clicks: ClickLog;
  private readonly counted: () => Promise<void>;

  /** `counted` answers when all that is recorded is counted: nothing goes before. */
  constructor(parts: AgingParts, clicks: ClickLog, counted: () => Promise<void>) {
    this.parts = parts;
    this.clicks = clicks;
    this.counted = counted;
  }

  /** Deletes now what is too old. What could not be deleted is told and tried again. */
  async now(): Promise<void> {
    try {
      await this.counted();
      const oldest = Math.floor(this.parts.now() / HOUR) - this.parts.rules().keepDays * 24;
      const rows = await this.clicks.dropBefore(oldest);
      if (rows > 0) this.parts.log('clicks-dropped', { rows });
    } catch (error) {
      this.parts.log('clicks-not-dropped', { error: errorName(error) });
    }
  }
}

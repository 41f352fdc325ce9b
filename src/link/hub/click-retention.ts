import type { HubContext } from '../../hub/context.ts';
import { errorName } from '../../hub/log-line.ts';
import type { LinkRules } from '../link-rules.ts';
import type { ClickLog } from './click-log.ts';

const HOUR = 3_600_000;
/** How often old clicks are deleted, ms. */
export const AGING_MS = 6 * HOUR;

/** What the retention of clicks needs. */
export interface AgingParts extends Pick<HubContext, 'now' | 'log'> {
  readonly rules: () => LinkRules;
}

/** Deletes single clicks after the team's retention period. Their sums stay. */
export class ClickRetention {
  private readonly parts: AgingParts;
  private readonly clicks: ClickLog;
  private readonly counted: () => Promise<void>;

  /** `counted` resolves when all recorded clicks are counted; none is deleted before. */
  constructor(parts: AgingParts, clicks: ClickLog, counted: () => Promise<void>) {
    this.parts = parts;
    this.clicks = clicks;
    this.counted = counted;
  }

  /** Deletes clicks that are too old. A failure is logged and tried again next time. */
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

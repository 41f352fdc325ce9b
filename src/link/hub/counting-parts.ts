import type { HubContext } from '../../hub/context.ts';
import type { CountingRules } from '../click/rules.ts';
import type { ClickLog } from './click-log.ts';
import type { LiveLink } from './links.ts';
import type { ResultsOfLinks } from './results-of-links.ts';

/** What counting needs. */
export interface CountingParts extends Pick<HubContext, 'db' | 'log' | 'now'> {
  readonly clicks: ClickLog;
  /** The counting rules with the team's settings. */
  readonly rules: () => CountingRules;
  readonly linkOf: (id: string) => LiveLink | undefined;
  /** Retention of single clicks, days. */
  readonly keepDays: () => number;
  readonly results: () => ResultsOfLinks;
}

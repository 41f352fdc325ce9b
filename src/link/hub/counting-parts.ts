import type { HubContext } from '../../hub/context.ts';
import type { Rules } from '../click/rules.ts';
import type { ClickLog } from './click-log.ts';
import type { LiveLink } from './links.ts';
import type { ResultsOfLinks } from './results-of-links.ts';

/** What counting takes from around it. */
export interface CountingParts extends Pick<HubContext, 'db' | 'log' | 'now'> {
  readonly clicks: ClickLog;
  /** As the team has set them now. */
  readonly rules: () => Rules;
  readonly linkOf: (id: string) => LiveLink | undefined;
  /** For how many days single clicks stay. */
  readonly keepDays: () => number;
  readonly results: () => ResultsOfLinks;
}

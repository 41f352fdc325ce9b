import type { EventType } from '../../../activity/event.ts';
import type { Days } from '../../../activity/span.ts';

/** Where things lead from here. The page does not know the addresses of others. */
export interface MeLinks {
  /** The counted events behind a number. */
  readonly counted: (type: EventType, days: Days) => string;
  readonly captures: string;
  /** The person's short links. */
  readonly links: string;
  /** The same figures as a report to print or take away. */
  readonly report: (days: Days) => string;
  /** Where sites are switched on; null where Musubi is on none, being a page itself. */
  readonly sites: string | null;
}

import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../hub/store/tables.ts';
import type { HourMore } from './link-days.ts';

/** Where counted clicks are aggregated. */
export interface ClickSums {
  /** Writes in one transaction, then adds the changed hours of links; answers with the months that changed. */
  changeClicks(
    write: (within: Transaction<Tables>) => Promise<readonly HourMore[]>,
  ): Promise<ReadonlySet<string>>;
  /** Forgets all sums, because rows were deleted elsewhere. */
  forget(): Promise<void>;
}

/** What the results make of clicks. */
export interface ResultsOfLinks {
  readonly sums: ClickSums;
  /** Shows months that changed. */
  shown(months: ReadonlySet<string>): void;
  /** The rank of a member among those listed by name in a month; null if they are not. */
  rankOf(member: string, month: string): Promise<{ rank: number; of: number } | null>;
}

/** Without results, clicks are counted for their owners only. */
export const noResults = (db: Kysely<Tables>): ResultsOfLinks => ({
  sums: {
    async changeClicks(write) {
      await db.transaction().execute(write);
      return new Set();
    },
    forget: async () => undefined,
  },
  shown: () => undefined,
  rankOf: async () => null,
});

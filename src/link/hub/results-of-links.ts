import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../hub/store/tables.ts';
import type { HourMore } from './link-days.ts';

/** Where what clicks count as is added up. */
export interface ClickSums {
  /** Writes in one transaction, then adds the changed hours of links; answers with the months that changed. */
  changeClicks(
    write: (within: Transaction<Tables>) => Promise<readonly HourMore[]>,
  ): Promise<ReadonlySet<string>>;
  /** Adds up anew at the next need: rows were taken away by somebody else. */
  forget(): Promise<void>;
}

/** What is made of clicks outside of links. */
export interface ResultsOfLinks {
  readonly sums: ClickSums;
  /** Shows months that changed. */
  shown(months: ReadonlySet<string>): void;
  /** Where a member stands among those who appear by name in a month; null for who does not. */
  rankOf(member: string, month: string): Promise<{ rank: number; of: number } | null>;
}

/** On a hub without results clicks are counted for their owners alone. */
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

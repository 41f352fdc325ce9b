import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** A table's. */
const name = z.string().check(z.maxLength(40));
const Days = z.int().check(z.positive());

/** Lives that the person chose, in days by table name. */
export const shorter: Setting<Record<string, number>> = {
  name: 'privacy.shorter',
  value: z.record(name, Days),
  initial: {},
};

export const Tidied = z.object({
  /** When rows were last looked over, UTC ms by the device's clock; 0: never. */
  at: z.number(),
  /** When rows were last deleted by age, and how many of each table. */
  deletedAt: z.number(),
  deleted: z.record(name, z.int()),
  /** The moment (UTC ms) from which on a table is whole, where rows from before it were deleted. */
  wholeFrom: z.record(name, z.number()),
});
export type Tidied = z.infer<typeof Tidied>;

/** What deleting by age has done. Whoever holds sums against rows has to know from when on the rows are whole. */
export const tidied: Setting<Tidied> = {
  name: 'privacy.tidied',
  value: Tidied,
  initial: { at: 0, deletedAt: 0, deleted: {}, wholeFrom: {} },
};

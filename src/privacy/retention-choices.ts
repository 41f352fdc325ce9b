import * as z from 'zod/mini';
import type { Setting } from '../workspace/setting.ts';

/** Name of a table. */
const name = z.string().check(z.maxLength(40));
const Days = z.int().check(z.positive());

/** Retention that the person chose, in days by table name. */
export const shorter: Setting<Record<string, number>> = {
  name: 'privacy.shorter',
  value: z.record(name, Days),
  initial: {},
};

export const Tidied = z.object({
  /** Last retention run, UTC ms by the device's clock; 0 for never. */
  at: z.number(),
  /** Last time rows expired, and how many of each table. */
  deletedAt: z.number(),
  deleted: z.record(name, z.int()),
  /** From when (UTC ms) a table is complete, where older rows expired. */
  wholeFrom: z.record(name, z.number()),
});
export type Tidied = z.infer<typeof Tidied>;

/** Results of retention. Whoever compares sums with rows needs to know from when rows are complete. */
export const tidied: Setting<Tidied> = {
  name: 'privacy.tidied',
  value: Tidied,
  initial: { at: 0, deletedAt: 0, deleted: {}, wholeFrom: {} },
};

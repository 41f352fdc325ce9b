import * as z from 'zod/mini';
import type { Workspace } from './declare.ts';
import { own } from './named.ts';
import { readSetting, type Setting } from './setting.ts';

/** Name of a table. */
const name = z.string().check(z.maxLength(40));

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

/** From when (UTC ms) a table is complete, since older rows may have expired; 0: from the first. */
export async function wholeFrom(workspace: Workspace, table: string): Promise<number> {
  return own((await readSetting(workspace, tidied)).wholeFrom, table) ?? 0;
}

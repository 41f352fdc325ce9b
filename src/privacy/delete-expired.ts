import type { TableDeclaration } from '../workspace/declare.ts';
import { addedUp, own } from '../workspace/named.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, readSetting } from '../workspace/setting.ts';
import { tidied } from '../workspace/whole-from.ts';
import { daysUntilDeleted, type Retained } from './retained.ts';
import { shorter } from './retention-choices.ts';
import { afterLook, type Clock, clock, cutoff, isOld } from './trusted-clock.ts';

/** Rows deleted in one transaction: short, so that other writes do not wait. */
const BATCH = 500;
/** Time between two automatic runs, ms. */
const DAILY = 20 * 3_600_000;

/** The field that dates a table's rows, and after how many days they expire. */
interface Rule {
  readonly by: string;
  readonly days: number;
}

async function oneBatch(
  workspace: Workspace,
  table: TableDeclaration,
  clockNow: Clock,
  { by, days }: Rule,
  passed: number,
): Promise<{ read: number; gone: number }> {
  return workspace.together([table], async () => {
    const rows = await workspace
      .rows(table)
      .where(by)
      // From 1: 0 means not undone.
      .between(1, cutoff(days, clockNow.trusted))
      .offset(passed)
      .limit(BATCH)
      .toArray();
    const old = rows.filter((row) => {
      const at = own(row as Record<string, unknown>, by);
      return typeof at === 'number' && isOld(at, days, clockNow) && !table.spares?.(row);
    });
    const path = workspace.diary.table(table.name).schema.primKey.keyPath;
    const keys = old.map((row) => own(row as Record<string, string | number>, String(path)) ?? '');
    await workspace.rows(table).bulkDelete(keys);
    return { read: rows.length, gone: keys.length };
  });
}

async function tidyTable(
  workspace: Workspace,
  table: TableDeclaration,
  clockNow: Clock,
  rule: Rule,
): Promise<number> {
  let gone = 0;
  // Exempt rows stay at the front, so they are skipped by their number.
  for (let passed = 0; ; ) {
    const batch = await oneBatch(workspace, table, clockNow, rule, passed);
    gone += batch.gone;
    passed += batch.read - batch.gone;
    if (batch.read < BATCH) return gone;
  }
}

/** The later of two moments: expired rows do not come back when a longer retention is chosen. */
const latest = (before: Record<string, number>, now: Record<string, number>) => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(now).map(([name, at]) => [name, Math.max(at, own(before, name) ?? 0)]),
  ),
});

const some = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));

function rulesOf(table: TableDeclaration, chosen: number | undefined): Rule[] {
  const days = daysUntilDeleted(table, chosen);
  const { ages, trash } = table;
  return [...(ages && days !== 'always' ? [{ by: ages, days }] : []), ...(trash ? [trash] : [])];
}

/**
 * From when each table will be complete. Stored before anything is deleted, so that an abort in between leaves
 * no wrong claim.
 */
function wholeAfter(retained: Retained, chosen: Record<string, number>, { trusted }: Clock) {
  const moments = new Map<string, number>();
  for (const table of retained.tables) {
    const days = daysUntilDeleted(table, own(chosen, table.name));
    if (days !== 'always' && table.ages && trusted > 0) moments.set(table.name, cutoff(days, trusted));
  }
  return Object.fromEntries(moments);
}

/** Deletes expired rows. Returns how many by table name. Idempotent. */
export async function deleteExpired(
  workspace: Workspace,
  retained: Retained,
  now: number,
): Promise<Record<string, number>> {
  const clockNow = await changeSetting(workspace, clock, (before) => afterLook(before, now));
  const chosen = await readSetting(workspace, shorter);
  const whole = wholeAfter(retained, chosen, clockNow);
  await changeSetting(workspace, tidied, (before) => ({
    ...before,
    at: now,
    wholeFrom: latest(before.wholeFrom, whole),
  }));
  const deleted: [string, number][] = [];
  for (const table of retained.tables) {
    const { name } = table;
    for (const rule of clockNow.trusted > 0 ? rulesOf(table, own(chosen, name)) : [])
      deleted.push([name, await tidyTable(workspace, table, clockNow, rule)]);
  }
  const gone = some(addedUp(deleted));
  if (Object.keys(gone).length === 0) return gone;
  const all = { ...gone, ...some(await retained.sweep(workspace)) };
  await changeSetting(workspace, tidied, (before) => ({ ...before, deletedAt: now, deleted: all }));
  return all;
}

/** Runs retention if the last run was a day ago; a clock that was set back counts as a new day. */
export async function deleteExpiredDaily(
  workspace: Workspace,
  retained: Retained,
  now: number,
): Promise<void> {
  const { at } = await readSetting(workspace, tidied);
  if (Math.abs(now - at) >= DAILY) await deleteExpired(workspace, retained, now);
}

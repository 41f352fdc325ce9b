import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../../../hub/store/tables.ts';
import type { Row } from '../../fold/suppression/ledger.ts';
import { packed, type StoredStep, unpacked } from './packed-step.ts';
import { type MonthState, rowOf } from './settled-month.ts';

/** Rows of one statement. */
const TOGETHER = 200;

/** Cells of a room that are not published are stored under another room name. */
export const asideRoom = (room: string): string => `aside/${room}`;
export const asideMonth = (month: string): string => `aside ${month}`;

export async function putState(db: Kysely<Tables>, state: MonthState): Promise<void> {
  const row = rowOf(state);
  await db
    .insertInto('figuremonth')
    .values(row)
    .onConflict((conflict) => conflict.column('month').doUpdateSet(row))
    .execute();
}

/** The steps of a month; null if one is damaged. */
export async function readSteps(db: Kysely<Tables>, month: string): Promise<StoredStep[] | null> {
  const rows = await db
    .selectFrom('figurestep')
    .selectAll()
    .where('month', '=', month)
    .orderBy('step')
    .execute();
  const steps = rows.map((row) => unpacked(Number(row.step), row.packed));
  return steps.every((one) => one !== null) ? steps : null;
}

export async function updateStep(db: Kysely<Tables>, month: string, step: StoredStep): Promise<void> {
  await db
    .updateTable('figurestep')
    .set({ packed: packed(step) })
    .where('month', '=', month)
    .where('step', '=', step.step)
    .execute();
}

/** The recorded increases of a month's cells. */
export function changesOf(db: Kysely<Tables>, month: string) {
  const changes = db.selectFrom('figurechange').selectAll().where('month', '=', month);
  return changes.where('count', '>', 0).orderBy('member').orderBy('cell').execute();
}

/** Deletes the steps and changes that a month was made of. */
export async function dropSource(within: Transaction<Tables>, month: string): Promise<void> {
  for (const table of ['figurestep', 'figurechange'] as const)
    await within.deleteFrom(table).where('month', '=', month).execute();
  await within.deleteFrom('tally').where('month', '=', asideMonth(month)).execute();
}

/** Copies all current cells of a month aside, which leaves them out of what is published. */
export async function putAside(within: Transaction<Tables>, month: string): Promise<void> {
  await within
    .insertInto('tally')
    .columns(['room', 'member', 'month', 'cell', 'count'])
    .expression((from) =>
      from
        .selectFrom('tally')
        .select(({ val }) => [
          sql<string>`${asideRoom('')} || room`.as('room'),
          'member',
          val(asideMonth(month)).as('month'),
          'cell',
          'count',
        ])
        .where('month', '=', month),
    )
    .execute();
}

export async function sumsOf(db: Kysely<Tables>, month: string): Promise<Row[]> {
  const rows = await db.selectFrom('figuresum').selectAll().where('month', '=', month).execute();
  return rows.map(({ figure, type, value }) => ({ figure, type, value: Number(value) }));
}

export async function addSums(
  within: Transaction<Tables>,
  month: string,
  rows: readonly Row[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += TOGETHER)
    await within
      .insertInto('figuresum')
      .values(rows.slice(at, at + TOGETHER).map((row) => ({ month, ...row })))
      .onConflict((conflict) =>
        conflict
          .columns(['month', 'figure', 'type'])
          .doUpdateSet((row) => ({ value: row('figuresum.value', '+', row.ref('excluded.value')) })),
      )
      .execute();
}

import type { Check } from '../workspace/check.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import type { Workspace } from '../workspace/open.ts';
import { keyField } from '../workspace/shape.ts';
import { type Course, counting } from './progress.ts';
import { aside } from './quarantine.ts';
import type { Key, Row } from './row.ts';
import { tablePages } from './table-pages.ts';

export interface Finding {
  readonly check: Check;
  readonly n: number;
}

async function* brokenIn(workspace: Workspace, table: TableDeclaration, signal?: AbortSignal) {
  for await (const page of tablePages(workspace, table)) {
    signal?.throwIfAborted();
    const broken = page.filter((row) => !table.row.safeParse(row).success);
    if (broken.length > 0) yield broken;
  }
}

async function setAside(workspace: Workspace, table: TableDeclaration, rows: readonly Row[], at: number) {
  const keys = rows.map((row) => row[keyField(table)] as Key);
  await workspace.together([table, aside], async () => {
    await workspace
      .rows(aside)
      .bulkPut(rows.map((row, i) => ({ id: `${table.name}:${keys[i]}`, table: table.name, at, row })));
    await workspace.rows(table).bulkDelete(keys);
  });
}

/** Rows that do not match their schema. Repairing quarantines them; they are never dropped. */
export function brokenRows(tables: readonly TableDeclaration[]): Check {
  return {
    id: 'rows',
    found: 'checkRows',
    mends: 'checkRowsMend',
    first: true,
    async find(workspace, signal) {
      let n = 0;
      for (const table of tables) {
        for await (const rows of brokenIn(workspace, table, signal)) n += rows.length;
      }
      return n;
    },
    async mend(workspace, at) {
      for (const table of tables) {
        for await (const rows of brokenIn(workspace, table)) await setAside(workspace, table, rows, at);
      }
    },
  };
}

/** Runs every check in order. Changes nothing. */
export async function findAll(
  workspace: Workspace,
  checks: readonly Check[],
  course: Course = {},
): Promise<Finding[]> {
  const count = counting(course, checks.length);
  const found: Finding[] = [];
  for (const check of checks) {
    const n = await check.find(workspace, course.signal);
    if (n > 0) found.push({ check, n });
    count(check.id, 1);
  }
  return found;
}

/** Repairs what was found and checks again: what remains could not be repaired. */
export async function mendAll(
  workspace: Workspace,
  findings: readonly Finding[],
  at: number,
): Promise<Finding[]> {
  for (const { check } of findings) await check.mend(workspace, at);
  return findAll(
    workspace,
    findings.map(({ check }) => check),
  );
}

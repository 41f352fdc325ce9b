import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/app/declared.ts';
import { restoreSnapshot } from '../../../src/archive/restore.ts';
import { newId } from '../../../src/workspace/ids.ts';
import { openWorkspace, versionOf, type Workspace } from '../../../src/workspace/open.ts';
import { listSnapshots } from '../../../src/workspace/snapshot.ts';
import { FIRST_ROWS, writeFirstDiary } from './first-diary.ts';

let name: string;
let workspace: Workspace;
beforeEach(() => {
  name = `test-${newId()}`;
});
afterEach(async () => {
  await workspace.diary.delete();
  indexedDB.deleteDatabase(`${name}-snapshots`);
});

const rowsOf = async (table: string) => workspace.diary.table(table).toArray();

describe('a diary that the first build wrote', () => {
  it('opens in this one with every row as it was, readable by its schema', async () => {
    await writeFirstDiary(name);
    workspace = openWorkspace(TABLES, name);
    for (const [table, rows] of Object.entries(FIRST_ROWS)) {
      expect(await rowsOf(table), table).toEqual(rows);
      const declared = TABLES.find((one) => one.name === table);
      for (const row of rows) expect(declared?.row.safeParse(row).error, table).toBeUndefined();
    }
    expect(Math.floor(workspace.diary.backendDB().version / 10)).toBe(versionOf(TABLES));
  });

  it('is copied before its form changes, once, and can be put back', async () => {
    await writeFirstDiary(name);
    workspace = openWorkspace(TABLES, name);
    const other = openWorkspace(TABLES, name);
    await Promise.all([rowsOf('events'), other.diary.table('captures').count()]);
    const all = Object.values(FIRST_ROWS).flat().length;
    const made = await listSnapshots(name);
    expect(made).toMatchObject([{ occasion: 'upgrade', version: 1, rows: all }]);
    const [event] = FIRST_ROWS.events ?? [];
    await workspace.diary.table('events').put({ ...event, title: 'spoilt' });
    await workspace.diary.table('events').put({ ...event, id: 'later-event' });
    await workspace.diary.table('captures').clear();
    for (const snapshot of made) await restoreSnapshot(workspace, TABLES, snapshot);
    for (const [table, rows] of Object.entries(FIRST_ROWS)) expect(await rowsOf(table), table).toEqual(rows);
    other.close();
  });

  it('is copied no second time, and a new one not at all', async () => {
    workspace = openWorkspace(TABLES, name);
    await workspace.diary.open();
    expect(await listSnapshots(name)).toEqual([]);
    workspace.close();
    workspace = openWorkspace(TABLES, name);
    await workspace.diary.open();
    expect(await listSnapshots(name)).toEqual([]);
  });
});

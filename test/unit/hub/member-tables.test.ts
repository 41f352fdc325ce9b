import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { openStore } from './store.ts';

/** Tables of the engine with a member in each row: `src/hub/backup/erase.ts` sees to them by their own rules. */
const OF_ENGINE = ['deed', 'device', 'medium', 'version', 'written'];

it('has every table with rows of members declared by its capability, so that an erasure deletes them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'member-tables-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await (await openStore(folder)).close();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'), { readOnly: true });
  const found = database
    .prepare(
      `select t.name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and c.name = 'member' order by t.name`,
    )
    .all()
    .map(({ name }) => name);
  database.close();
  const declared = HUB_CAPABILITIES.flatMap(({ memberTables = [] }) => memberTables);
  expect(found).toEqual([...OF_ENGINE, ...declared].sort());
});

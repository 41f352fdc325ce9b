import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './store.ts';
import { unpacked } from './stores/opened.ts';

it('each row of an older store that is sent in parts has a number of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'numbered-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  unpacked('8b0eb50', folder);
  const { db, close } = await openStore(folder);
  const days = (await db.selectFrom('linkday').select('seq').execute()).map(({ seq }) => Number(seq));
  const stamps = (await db.selectFrom('link').select(['stamp', 'changed']).execute()).map((row) => [
    Number(row.stamp),
    Number(row.changed),
  ]);
  const written = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'written')
    .executeTakeFirst();
  await close();
  expect([days.length > 0, stamps.length > 0]).toEqual([true, true]);
  expect(new Set(days).size).toBe(days.length);
  expect(Number(written?.value)).toBe(Math.max(...days));
  expect(new Set(stamps.map(([stamp]) => stamp)).size).toBe(stamps.length);
  // Whoever was told of all links by the moment of the last is told of all once more.
  const last = Math.max(...stamps.map(([, changed]) => changed ?? 0));
  expect(stamps.every(([stamp = 0]) => stamp > last)).toBe(true);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../../src/hub/store/sqlite.ts';
import { ClickLog, type NewClick } from '../../../../src/link/hub/click-log.ts';
import { openStore } from '../../hub/store.ts';

const HOUR = 498_825;
const NOW = HOUR * 3_600_000;

let [folder, store]: [string, Store | null] = ['', null];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clicks-'));
  store = await openStore(folder, NOW);
});
afterEach(async () => {
  await store?.close();
  rmSync(folder, { recursive: true });
});

const opened = (): Store => {
  if (!store) throw new Error('there is no store');
  return store;
};
const idOf = (n: number) => `L${String(n).padStart(10, '0')}`;
const clickOn = (link: string): NewClick => ({
  link,
  visitor: 'v',
  near: 'n',
  word: 'browser',
  referrer: '',
  device: 'desktop',
  own: false,
  qr: false,
});

async function linksRead(log: ClickLog, isWanted: (link: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  const unread = (batch: number) => expect.fail(`batch ${batch}`);
  for await (const part of log.partsOf([HOUR], isWanted, unread)) found.push(...part.map(({ link }) => link));
  return found;
}

describe('one link’s hour', () => {
  it('is read by the index: of the rows of others nothing is read', async () => {
    const log = await ClickLog.open(opened().db, () => NOW);
    for (let at = 0; at < 30; at += 1)
      await Promise.all(Array.from({ length: 100 }, (_, n) => log.append(clickOn(idOf(n)))));
    await log.append(clickOn('mine'));
    await log.append(clickOn('mine'));
    const parse = vi.spyOn(JSON, 'parse');
    expect(await linksRead(log, (link) => link === 'mine')).toEqual(['mine', 'mine']);
    const texts = parse.mock.calls.map(([text]) => text);
    expect(texts.filter((text) => text.includes('"mine"'))).toHaveLength(2);
    expect(texts.filter((text) => /"L\d{10}"/.test(text))).toEqual([]);
    parse.mockRestore();
    const plan = await sql<{ detail: string }>`
      explain query plan select batch, links from clicks where hour in (1) and batch > 0 order by batch`.execute(
      opened().db,
    );
    expect(plan.rows.map(({ detail }) => detail).join()).toContain('COVERING INDEX clicks_of_hour');
  });

  it('has the clicks of rows of before too, which do not say of which links they are', async () => {
    const log = await ClickLog.open(opened().db, () => NOW);
    await Promise.all([log.append(clickOn('mine')), log.append(clickOn(idOf(1)))]);
    await opened().db.updateTable('clicks').set({ links: null }).execute();
    await log.append(clickOn('mine'));
    expect(await linksRead(log, (link) => link === 'mine')).toEqual(['mine', 'mine']);
  });

  it('goes on beside a row that cannot be read', async () => {
    const log = await ClickLog.open(opened().db, () => NOW);
    await log.append(clickOn('mine'));
    await log.append(clickOn('mine'));
    await opened().db.updateTable('clicks').set({ packed: '{' }).where('batch', '=', 1).execute();
    const [unread, found] = [vi.fn(), [] as unknown[]];
    for await (const part of log.partsOf([HOUR], () => true, unread)) found.push(...part);
    expect([unread.mock.calls, found.length]).toEqual([[[1]], 1]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { stepsOf } from '../../../src/hub/capabilities.ts';
import { damageOf } from '../../../src/hub/store/check.ts';
import type { Steps } from '../../../src/hub/store/migrate.ts';
import { StoreError } from '../../../src/hub/store/store-error.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';
import { mayMount, smallDisk } from './small-disk.ts';
import { MIGRATIONS, openStore } from './store.ts';
import { unpacked } from './stores/opened.ts';

const NOW = Date.UTC(2026, 11, 1);
const DAY = 86_400_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const copies = () => readdirSync(join(folder, 'copies')).toSorted();
/** Every row and every table of a store, as text. */
function dumped(file = join(folder, 'hub.sqlite')): string {
  const database = new DatabaseSync(file);
  const tables = database.prepare('select name, sql from sqlite_master order by name').all();
  const rows = tables
    .filter(({ sql }) => /^create table/i.test(String(sql)))
    .map(({ name }) => database.prepare(`select * from "${name}"`).all());
  database.close();
  return JSON.stringify([tables, rows]);
}

const more = (name: string, up: Steps[string]['up']): Steps => ({ ...MIGRATIONS, [name]: { up } });
const later = more('0990-later', (db) => sql`create table later (a text)`.execute(db).then(() => undefined));

describe('steps of the store', () => {
  it('run behind a copy that is whole, named by the step before, and readable by its owner alone', async () => {
    unpacked('2488740', folder);
    const before = dumped();
    await (await openStore(folder, NOW)).close();
    const [copy = ''] = copies();
    expect(copies()).toEqual(['from-unnumbered-2026-12-01T00-00-00.sqlite']);
    const path = join(folder, 'copies', copy);
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'copies')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(damageOf(path)).toBe('');
    expect(dumped(path)).toBe(before);
  });

  it('make no copy of a new store, nor where none is pending', async () => {
    await (await openStore(folder, NOW)).close();
    await (await openStore(folder, NOW)).close();
    expect(readdirSync(folder)).not.toContain('copies');
  });

  it('leave three copies, none older than a month, and none once somebody was erased', async () => {
    await (await openStore(folder, NOW)).close();
    for (let at = 1; at <= 5; at += 1) {
      const steps = Object.fromEntries(
        Array.from({ length: at }, (_, n) => [`09${n}0-step`, { up: async () => undefined }]),
      );
      await (await openStore(folder, NOW + at * 1000, { ...MIGRATIONS, ...steps })).close();
    }
    const newest = Object.keys(MIGRATIONS).toSorted().at(-1);
    expect(copies().map((name) => name.slice(0, 14))).toEqual([
      'from-0910-step',
      'from-0920-step',
      'from-0930-step',
    ]);
    expect(newest).toMatch(/^0/);
    const steps = Object.fromEntries(
      Array.from({ length: 5 }, (_, n) => [`09${n}0-step`, { up: async () => undefined }]),
    );
    const store = await openStore(folder, Date.now(), { ...MIGRATIONS, ...steps });
    expect(copies()).toHaveLength(3);
    store.truncate();
    expect(copies()).toEqual([]);
    await store.close();
  });

  it('are all of them undone where one fails, and the copy goes', async () => {
    unpacked('2488740', folder);
    const before = dumped();
    const failing = more('0990-failing', async (db) => {
      await sql`create table half (a text)`.execute(db);
      await sql`delete from member`.execute(db);
      throw new Error('no more');
    });
    await expect(openStore(folder, NOW, failing)).rejects.toThrow(/0990-failing, and is as it was: no more/);
    expect([dumped(), copies()]).toEqual([before, []]);
    await (await openStore(folder, NOW)).close();
  });

  it('that were cut off by a kill left the store as it was', async () => {
    unpacked('2488740', folder);
    const before = dumped();
    const file = new URL('./stores/stuck.ts', import.meta.url).pathname;
    const stuck = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(stuck.stdout, 'data');
    stuck.kill('SIGKILL');
    await once(stuck, 'exit');
    expect(dumped()).toBe(before);
    await (await openStore(folder, NOW)).close();
    expect(copies().filter((name) => name.includes('half'))).toEqual([]);
  });
});

describe('a store', () => {
  it('that a newer hub wrote is refused in words, and left alone', async () => {
    await (await openStore(folder, NOW, later)).close();
    const before = dumped();
    const newest = Object.keys(MIGRATIONS).toSorted().at(-1);
    await expect(openStore(folder, NOW)).rejects.toThrow(
      new RegExp(`newer hub: it has step 0990-later, and this hub knows the steps up to ${newest}`),
    );
    expect(dumped()).toBe(before);
    // The folder is free again.
    await (await openStore(folder, NOW, later)).close();
  });

  it('that is none is refused in words', async () => {
    for (const [words, bytes] of [
      ['not a database', Buffer.alloc(9000, 'x')],
      [
        'cannot be opened|malformed|not a database',
        Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(9000, 3)]),
      ],
    ] as const) {
      writeFileSync(join(folder, 'hub.sqlite'), bytes);
      const opening = openStore(folder, NOW);
      await expect(opening).rejects.toThrow(StoreError);
      await expect(opening).rejects.toThrow(new RegExp(words));
      expect(readFileSync(join(folder, 'hub.sqlite')).equals(bytes)).toBe(true);
    }
    rmSync(join(folder, 'hub.sqlite'));
    mkdirSync(join(folder, 'hub.sqlite'));
    await expect(openStore(folder, NOW)).rejects.toThrow(StoreError);
  });
});

describe.skipIf(!mayMount())('on a small disk', () => {
  const onDisk = (bytes: number) => {
    const disk = smallDisk(bytes);
    if (!disk) throw new Error('nothing can be mounted');
    onTestFinished(disk.remove);
    return disk;
  };

  it('a store that has no room for its copy is refused in words before anything changes', async () => {
    unpacked('2488740', folder);
    const disk = onDisk(4 << 20);
    cpSync(folder, disk.folder, { recursive: true });
    const before = dumped(join(disk.folder, 'hub.sqlite'));
    disk.fill(300 << 10);
    await expect(openStore(disk.folder, NOW)).rejects.toThrow(
      /copy of the store takes 1 MB.* Nothing was changed/,
    );
    expect(readdirSync(join(disk.folder, 'copies'))).toEqual([]);
    disk.free();
    expect(dumped(join(disk.folder, 'hub.sqlite'))).toBe(before);
    await (await openStore(disk.folder, NOW)).close();
  });

  it('a step that finds no room leaves the store as it was, and no copy', async () => {
    unpacked('2488740', folder);
    const disk = onDisk(4 << 20);
    cpSync(folder, disk.folder, { recursive: true });
    const before = dumped(join(disk.folder, 'hub.sqlite'));
    const large = more('0990-large', (db) =>
      sql`create table large as select zeroblob(8000000) as a`.execute(db).then(() => undefined),
    );
    await expect(openStore(disk.folder, NOW, large)).rejects.toThrow(/is as it was: .*full/);
    expect(readdirSync(join(disk.folder, 'copies'))).toEqual([]);
    expect(dumped(join(disk.folder, 'hub.sqlite'))).toBe(before);
  });
});

it('keeps a month of copies', async () => {
  await (await openStore(folder, NOW)).close();
  await (await openStore(folder, NOW, later)).close();
  expect(copies()).toHaveLength(1);
  await (await openStore(folder, Date.now() + 31 * DAY, later)).close();
  expect(copies()).toEqual([]);
});

describe('steps of the engine and of capabilities', () => {
  it('run in one order, under the names that stores in the field have', () => {
    expect(Object.keys(MIGRATIONS)).toEqual([
      '0001-first-tables',
      '0002-links-of-clicks',
      '0010-invite-maker',
      '0040-guarded-figures',
      '0050-bounded-reads',
      '0060-link-names',
      '0070-written-bytes',
      '0080-former-names',
      '0090-heads',
    ]);
  });

  it('of one name stop the start', () => {
    const again = { id: 'again', migrations: { '0070-written-bytes': { up: async () => undefined } } };
    expect(() => stepsOf([...HUB_CAPABILITIES, again])).toThrow('again has a step 0070-written-bytes');
  });
});

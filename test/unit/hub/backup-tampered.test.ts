import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HASH, listed, made, sent } from './backups.ts';
import { restore } from './store.ts';
import { TeamHub } from './team.ts';

let whole: string;
let elsewhere: string;
// One hub makes one backup for all of these: each takes a copy of it.
beforeAll(async () => {
  const team = await TeamHub.withAdmin();
  await sent(team);
  whole = join(mkdtempSync(join(tmpdir(), 'backup-')), 'whole');
  cpSync(await made(team), whole, { recursive: true });
  await team.close();
});
afterAll(() => rmSync(join(whole, '..'), { recursive: true }));
beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(elsewhere, { recursive: true, force: true }));

describe('a backup that is not as it was made changes nothing, and says why', () => {
  type Tamper = (backup: string) => void;
  const edited =
    (statement: string): Tamper =>
    (backup) => {
      const database = new DatabaseSync(join(backup, 'hub.sqlite'));
      database.exec(statement);
      database.close();
    };
  const without =
    (name: string): Tamper =>
    (backup) =>
      rmSync(join(backup, name), { recursive: true });
  const cases: readonly (readonly [string, Tamper, RegExp])[] = [
    ['a store that was cut off', (at) => truncateSync(join(at, 'hub.sqlite'), 8192), /store is not whole/],
    ['an empty store', (at) => truncateSync(join(at, 'hub.sqlite'), 0), /store is not whole/],
    [
      'a store that is none',
      (at) => writeFileSync(join(at, 'hub.sqlite'), 'x'.repeat(9000)),
      /store is not whole/,
    ],
    [
      'a store that was edited',
      edited(`update member set name = 'Eve'`),
      /hub.sqlite is not what was backed up/,
    ],
    [
      'a trigger in the store',
      edited('create trigger t after insert on member begin delete from deed; end'),
      /store was changed/,
    ],
    [
      'a newer store',
      edited(`insert into kysely_migration values ('0999-later', 'now')`),
      /newer hub, with step 0999/,
    ],
    [
      'a medium that leads out',
      edited(`update medium set hash = '../../etc/passwd'`),
      /not what was backed up/,
    ],
    ['a medium that is missing', without(`media/${HASH}`), /medium .* is missing or cut off/],
    ['all media missing', without('media'), /medium .* is missing or cut off/],
    ['a medium that was cut off', (at) => truncateSync(join(at, 'media', HASH), 9), /missing or cut off/],
    [
      'a medium that was changed',
      (at) => writeFileSync(join(at, 'media', HASH), Buffer.alloc(3008, 1)),
      /not what was backed up/,
    ],
    ['no key', without('hub.key'), /hub.key/],
    ['a key that is none', (at) => writeFileSync(join(at, 'hub.key'), 'x'), /hub.key is missing or no key/],
    ['no word of what it holds', without('backup.json'), /backup.json is missing or damaged/],
    [
      'a torn word of what it holds',
      (at) => truncateSync(join(at, 'backup.json'), 20),
      /backup.json is missing or damaged/,
    ],
    [
      'removals of its own',
      (at) => writeFileSync(join(at, 'removed.jsonl'), '{}\n'),
      /holds "removed.jsonl"/,
    ],
    ['erasures of its own', (at) => writeFileSync(join(at, 'erased.jsonl'), '{}\n'), /holds "erased.jsonl"/],
    ['a salt', (at) => writeFileSync(join(at, 'salt-1'), 'x'), /holds "salt-1"/],
    [
      'a log of SQLite’s beside the store',
      (at) => writeFileSync(join(at, 'hub.sqlite-wal'), 'x'),
      /hub.sqlite-wal/,
    ],
    ['a symbolic link for the store', (at) => linked(at, 'hub.sqlite'), /hub.sqlite is no file/],
    ['a symbolic link for the key', (at) => linked(at, 'hub.key'), /hub.key is no file/],
    ['a symbolic link for a medium', (at) => linked(at, join('media', HASH)), /is no file/],
    ['a symbolic link for the media', (at) => linked(at, 'media'), /media is no folder/],
    [
      'a hard link for the key',
      (at) => linkSync(join(at, 'hub.key'), join(at, '..', 'key')),
      /linked from elsewhere/,
    ],
    [
      'a hard link for the store',
      (at) => linkSync(join(at, 'hub.sqlite'), join(at, '..', 'db')),
      /linked from elsewhere/,
    ],
    [
      'a folder for the key',
      (at) => {
        rmSync(join(at, 'hub.key'));
        mkdirSync(join(at, 'hub.key'));
      },
      /hub.key is no file/,
    ],
    [
      'a folder among the media',
      (at) => mkdirSync(join(at, 'media', 'a')),
      /"media\/a", which no backup has/,
    ],
    [
      'a name that leads out',
      (at) => writeFileSync(join(at, 'media', '..hub.key'), 'x'),
      /"media\/\.\.hub\.key"/,
    ],
  ];

  /** The same bytes, by a link that leads out of the backup. */
  function linked(backup: string, name: string): void {
    const out = join(backup, '..', 'outside');
    cpSync(join(backup, name), out, { recursive: true });
    rmSync(join(backup, name), { recursive: true });
    symlinkSync(out, join(backup, name));
  }

  it.each(cases)('%s', (_, tamper, words) => {
    const backup = join(elsewhere, 'kept');
    cpSync(whole, backup, { recursive: true });
    tamper(backup);
    const [into, kept] = [join(elsewhere, 'new'), join(elsewhere, 'lists')];
    expect(() => restore(backup, into)).toThrow(words);
    expect(readdirSync(elsewhere)).not.toContain('new');
    mkdirSync(kept);
    writeFileSync(join(kept, 'removed.jsonl'), '{"member":"a","at":1}\n');
    const before = listed(kept);
    expect(() => restore(backup, kept)).toThrow(/[Nn]othing was changed/);
    expect(listed(kept)).toEqual(before);
  });
});

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { finishRestore, restore } from '../../../src/hub/backup/restore.ts';
import { tokenOf } from '../../bench/device.ts';
import { mayMount, smallDisk } from './small-disk.ts';
import { unpacked } from './stores/opened.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
let elsewhere: string;
beforeEach(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'backup-'));
  team = await TeamHub.withAdmin();
});
afterEach(async () => {
  await team.close();
  rmSync(elsewhere, { recursive: true, force: true });
});

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
const HASH = createHash('sha256').update(PNG).digest('hex');

async function sent(): Promise<void> {
  const range = `bytes 0-${PNG.byteLength - 1}/${PNG.byteLength}`;
  const headers = { authorization: `Bearer ${team.token}`, 'content-range': range };
  const body = new Uint8Array(PNG);
  const answer = await fetch(`http://127.0.0.1:${team.hub.port}/media/${HASH}`, {
    method: 'PUT',
    headers,
    body,
  });
  expect(await answer.json()).toMatchObject({ whole: true });
}

/** A backup with a medium in it, as it was made. */
async function made(): Promise<string> {
  const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
  return join(team.folder, 'backups', backup);
}

/** A backup that was carried away, and may be changed. */
async function carried(): Promise<string> {
  await sent();
  cpSync(await made(), join(elsewhere, 'kept'), { recursive: true });
  return join(elsewhere, 'kept');
}

/** Every file of a folder with its bytes and rights. */
function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const file = statSync(join(folder, name));
      const bytes = file.isFile()
        ? createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')
        : '';
      return `${name} ${(file.mode & 0o777).toString(8)} ${bytes}`;
    })
    .toSorted();
}

describe('a backup', () => {
  it('is whole, readable by the hub’s own user alone, and shares its media with the hub', async () => {
    await sent();
    const backup = await made();
    expect(listed(backup).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'backup.json 600',
      'hub.key 600',
      'hub.sqlite 600',
      `media 700`,
      `media/${HASH} 600`,
    ]);
    const modes = [backup, join(team.folder, 'backups')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700]);
    expect(statSync(join(backup, 'media', HASH)).nlink).toBe(2);
    expect(statSync(join(team.folder, 'hub.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing half of one that was cut off, and names two of one second apart', async () => {
    mkdirSync(join(team.folder, 'backups', '2026-01-01T00-00-00.half'), { recursive: true });
    const [first, second] = [await made(), await made()];
    expect(second).not.toBe(first);
    expect(readdirSync(join(team.folder, 'backups')).filter((name) => name.includes('half'))).toEqual([]);
    mkdirSync(join(team.folder, 'backups', '2026-01-01T00-00-00.half'), { recursive: true });
    await team.stop();
    await team.start();
    expect(readdirSync(join(team.folder, 'backups'))).toHaveLength(2);
  });

  it('holds no medium that is erased, and names none that it has not', async () => {
    await sent();
    writeFileSync(join(team.folder, 'media', '0'.repeat(64)), 'nobody names it');
    const { db } = team.hub.hub;
    const gone = { hash: '1'.repeat(64), type: 'image/png', bytes: 3, member: 'x', at: 1 };
    await db.insertInto('medium').values(gone).execute();
    const backup = await made();
    expect(readdirSync(join(backup, 'media'))).toEqual([HASH]);
    await team.stop();
    restore(backup, join(elsewhere, 'new'));
  });

  it('whose disk is full is told, and leaves nothing behind', async (context) => {
    const disk = smallDisk(3 << 20);
    if (!disk) return context.skip('nothing can be mounted here');
    onTestFinished(disk.remove);
    const on = new TeamHub();
    rmSync(on.folder, { recursive: true });
    on.folder = join(disk.folder, 'hub');
    const { admin, port } = await on.start();
    const { inviteIn, joinAs } = await import('../../bench/device.ts');
    const ann = await joinAs(port, inviteIn(admin ?? ''), 'Ann');
    const token = await tokenOf(port, ann);
    disk.fill(100 << 10);
    expect(await on.ask('/api/backup', {}, token)).toEqual({ refused: 'full' });
    expect(readdirSync(join(on.folder, 'backups'))).toEqual([]);
    disk.free();
    expect(await on.ask('/api/backup', {}, token)).toMatchObject({ backup: expect.any(String) });
    await on.stop();
  });
});

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

  it.each(cases)('%s', async (_, tamper, words) => {
    const backup = await carried();
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

describe('a restore', () => {
  it('gives no number of a device twice, though one backup is restored twice', async () => {
    const backup = await carried();
    await team.stop();
    const numbers: number[] = [];
    const clock = vi.spyOn(Date, 'now');
    onTestFinished(() => clock.mockRestore());
    for (const [name, at] of [
      ['one', team.now],
      ['two', team.now + 50],
    ] as const) {
      clock.mockReturnValue(at);
      restore(backup, join(elsewhere, name));
      const database = new DatabaseSync(join(elsewhere, name, 'hub.sqlite'));
      const floor = database.prepare(`select value from meta where name = 'deviceFloor'`).get();
      numbers.push(Number(floor?.value));
      database.close();
    }
    expect((numbers[0] ?? 0) + 1).toBeLessThanOrEqual(numbers[1] ?? 0);
  });

  it('keeps the key by which devices know the hub, and has its media', async () => {
    const { key, id, epoch } = team.hub.hub;
    const backup = await carried();
    await team.stop();
    const into = join(elsewhere, 'new');
    restore(backup, into);
    const restored = new TeamHub();
    rmSync(restored.folder, { recursive: true });
    const { hub } = await restored.start(into);
    onTestFinished(() => restored.close());
    expect([hub.id, hub.key.shown, hub.epoch === epoch]).toEqual([id, key.shown, false]);
    expect(readFileSync(join(into, 'media', HASH)).equals(PNG)).toBe(true);
    expect(readdirSync(into)).not.toContain('restored');
  });

  it('that was killed once it was whole is finished at the next start, and one before that is no more', async () => {
    const backup = await carried();
    await team.stop();
    const into = join(elsewhere, 'new');
    restore(backup, into);
    // As it lay before it was put in place.
    mkdirSync(join(into, 'restored'));
    for (const name of ['hub.sqlite', 'hub.key', 'media'])
      cpSync(join(into, name), join(into, 'restored', name), { recursive: true });
    for (const name of ['hub.sqlite', 'hub.key', 'media']) rmSync(join(into, name), { recursive: true });
    writeFileSync(join(into, 'hub.sqlite-wal'), 'of another store');
    mkdirSync(join(into, 'restoring.half'));
    finishRestore(into);
    expect(readdirSync(into).toSorted()).toEqual(['hub.key', 'hub.sqlite', 'media']);
    expect(readdirSync(join(into, 'media'))).toEqual([HASH]);
  });

  it('of a backup that an earlier hub made holds too', async () => {
    const old = join(elsewhere, 'old');
    mkdirSync(old);
    const facts = unpacked('2488740', old);
    rmSync(join(old, 'facts.json'));
    mkdirSync(join(old, 'media', 'half'));
    restore(old, join(elsewhere, 'new'));
    const restored = new TeamHub();
    rmSync(restored.folder, { recursive: true });
    const { hub } = await restored.start(join(elsewhere, 'new'));
    onTestFinished(() => restored.close());
    expect(hub.id).toBe(facts.hub);
    expect(readdirSync(join(elsewhere, 'new', 'media'))).toContain(facts.medium);
  });

  it('on a small disk is refused in words, and leaves nothing', async (context) => {
    const disk = smallDisk(2 << 20);
    if (!disk) return context.skip('nothing can be mounted here');
    onTestFinished(disk.remove);
    const backup = await carried();
    disk.fill(150 << 10);
    expect(() => restore(backup, join(disk.folder, 'new'))).toThrow(/takes 1 MB/);
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
    disk.free();
    restore(backup, join(disk.folder, 'new'));
    expect(readdirSync(join(disk.folder, 'new')).toSorted()).toEqual(['hub.key', 'hub.sqlite', 'media']);
  });
});

describe('a list that no restore takes back', () => {
  it('with a torn last line stops no start, and the next line is whole', async () => {
    const bob = await team.join('member', 'Bob');
    const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
    for (const list of ['removed.jsonl', 'erased.jsonl'])
      appendFileSync(join(team.folder, list), '{"member":"torn", "a');
    await team.stop();
    await team.start();
    team.admin = team.admin && { ...team.admin, token: await team.signedIn() };
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    await team.stop();
    for (const file of readdirSync(team.folder).filter((name) => /^(hub|lock)\.sqlite/.test(name)))
      rmSync(join(team.folder, file));
    restore(join(team.folder, 'backups', backup), team.folder);
    const { hub } = await team.start();
    expect(hub.people.whoOf(bob.identity.joined.device)).toBeNull();
  });

  it('that lost a removal to a kill has it again at the next start', async () => {
    const bob = await team.join('member', 'Bob');
    await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member });
    rmSync(join(team.folder, 'removed.jsonl'));
    await team.stop();
    await team.start();
    expect(readFileSync(join(team.folder, 'removed.jsonl'), 'utf8')).toContain(bob.identity.joined.member);
  });

  it.skipIf(process.getuid?.() === 0)('that cannot be written ends no command', async () => {
    const bob = await team.join('member', 'Bob');
    chmodSync(join(team.folder, 'removed.jsonl'), 0o400);
    expect(await team.ask('/api/do', { do: 'member.remove', member: bob.identity.joined.member })).toEqual({
      done: true,
    });
  });
});

it.skipIf(mayMount())('skipped: disks that are full, since nothing can be mounted here', () => undefined);

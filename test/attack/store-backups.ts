import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import { HubProcess } from './hub-process.ts';
import { once } from './once.ts';
import { aRole } from './people.ts';
import { filesOf } from './small-disk.ts';
import { mediumSent } from './store-media.ts';
import { within } from './until.ts';

/** A backup of a hub that has a medium, and the medium's hash. */
export const backedUp = once(async (hub: HubUnderAttack) => {
  const hash = await mediumSent(hub, 40_000);
  const { status, body } = await hub.post('/api/backup', {}, hub.admin.token);
  if (status !== 200) throw new Error(`the backup was answered with ${status} ${body}`);
  return { backup: join(hub.folder, 'backups', (JSON.parse(body) as { backup: string }).backup), hash };
});

type Spoil = (backup: string, hash: string) => void;

/** The same bytes, by a link that leads out. */
function linked(backup: string, name: string): void {
  const out = join(backup, '..', 'outside');
  cpSync(join(backup, name), out, { recursive: true });
  rmSync(join(backup, name), { recursive: true });
  symlinkSync(out, join(backup, name));
}

const edited =
  (statement: string): Spoil =>
  (backup) => {
    const database = new DatabaseSync(join(backup, 'hub.sqlite'));
    database.exec(statement);
    database.close();
  };

function folderFor(path: string): void {
  rmSync(path, { recursive: true });
  mkdirSync(path);
}

const SPOILT: readonly (readonly [string, Spoil])[] = [
  ['whose store was cut by its last page', (at) => truncateSync(join(at, 'hub.sqlite'), 4096 * 5)],
  ['whose store was edited', edited(`update member set name = 'Eve'`)],
  [
    'whose store has a trigger',
    edited('create trigger t after insert on member begin delete from deed; end'),
  ],
  ['whose store has a view', edited('create view v as select * from member')],
  ['whose store lost its people', edited('drop table member')],
  ['of a newer hub', edited(`insert into kysely_migration values ('0999-later', 'now')`)],
  ['whose store names a medium outside', edited(`update medium set hash = '../../hub.key'`)],
  ['without a medium', (at, hash) => rmSync(join(at, 'media', hash))],
  ['with a medium that was cut off', (at, hash) => truncateSync(join(at, 'media', hash), 100)],
  [
    'with a medium that was changed',
    (at, hash) => writeFileSync(join(at, 'media', hash), Buffer.alloc(40_000, 1)),
  ],
  ['without its key', (at) => rmSync(join(at, 'hub.key'))],
  ['with half its key', (at) => truncateSync(join(at, 'hub.key'), 60)],
  ['without its word of what it holds', (at) => rmSync(join(at, 'backup.json'))],
  ['with a torn word of what it holds', (at) => truncateSync(join(at, 'backup.json'), 40)],
  ['with removals of its own', (at) => writeFileSync(join(at, 'removed.jsonl'), '')],
  ['with erasures of its own', (at) => writeFileSync(join(at, 'erased.jsonl'), '')],
  ['with a salt of its own', (at) => writeFileSync(join(at, 'salt-20000'), 'a'.repeat(64))],
  [
    'with a log of SQLite beside the store',
    (at) => writeFileSync(join(at, 'hub.sqlite-wal'), 'x'.repeat(5000)),
  ],
  ['whose store is a symbolic link', (at) => linked(at, 'hub.sqlite')],
  ['whose key is a symbolic link', (at) => linked(at, 'hub.key')],
  ['whose media are a symbolic link', (at) => linked(at, 'media')],
  ['of which a medium is a symbolic link', (at, hash) => linked(at, join('media', hash))],
  ['whose key is a hard link', (at) => linkSync(join(at, 'hub.key'), join(at, '..', 'key'))],
  ['whose store is a hard link', (at) => linkSync(join(at, 'hub.sqlite'), join(at, '..', 'store'))],
  ['whose key is a folder', (at) => folderFor(join(at, 'hub.key'))],
  ['whose store is a folder', (at) => folderFor(join(at, 'hub.sqlite'))],
  ['with a folder among its media', (at) => mkdirSync(join(at, 'media', 'more'))],
];

/** A start that is to restore: it ends, says why in words, and the folder that keeps the lists is as it was. */
async function restored(at: Target, spoil: Spoil): Promise<string | null> {
  const { backup, hash } = await backedUp(await at.shared());
  const [work, folder] = [join(at.folder(), 'work'), at.folder()];
  const copy = join(work, 'backup');
  cpSync(backup, copy, { recursive: true });
  spoil(copy, hash);
  writeFileSync(join(folder, 'removed.jsonl'), '{"member":"somebody","at":1}\n');
  const before = JSON.stringify([...filesOf(folder)]);
  const process = new HubProcess(folder, { env: { MUSUBI_RESTORE: copy } });
  at.after(() => process.child.kill('SIGKILL'));
  const status = await within(20_000, process.end());
  if (status === null || status === 0) return `it started from it: ${process.output.slice(-200)}`;
  const after = JSON.stringify([...filesOf(folder)]);
  if (after !== before) return `it left ${after}`;
  return /backup|cannot be restored/i.test(process.errors) ? null : `it said ${process.errors.slice(-300)}`;
}

/** One backup, restored twice: nobody who joins after either has the number of another. */
async function numbers(at: Target): Promise<string | null> {
  const { backup } = await backedUp(await at.shared());
  const given: number[] = [];
  for (const name of ['one', 'two']) {
    const folder = join(at.folder(), name);
    const restoring = new HubProcess(folder, { env: { MUSUBI_RESTORE: backup } });
    at.after(() => restoring.child.kill('SIGKILL'));
    await restoring.started();
    await restoring.signal('SIGTERM');
    const database = new DatabaseSync(join(folder, 'hub.sqlite'), { readOnly: true });
    given.push(Number(database.prepare(`select value from meta where name = 'deviceFloor'`).get()?.value));
    database.close();
  }
  return (given[0] ?? 0) < (given[1] ?? 0) ? null : `both go on from ${given[0]}`;
}

/** What a kill left of a restore and of a backup is nowhere after the next start. */
async function leftovers(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  await hub.process.signal('SIGKILL');
  for (const name of ['restoring.half', join('backups', '2026-01-01T00-00-00.half')]) {
    mkdirSync(join(hub.folder, name), { recursive: true });
    writeFileSync(join(hub.folder, name, 'hub.sqlite'), 'half');
  }
  await hub.restart();
  const left = readdirSync(hub.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.half'),
  );
  return left.length === 0 ? null : `${left} is left`;
}

async function over(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  const { backup } = await backedUp(await at.shared());
  await hub.process.signal('SIGTERM');
  const before = filesOf(hub.folder).size;
  const process = new HubProcess(hub.folder, { env: { MUSUBI_RESTORE: backup } });
  at.after(() => process.child.kill('SIGKILL'));
  const status = await within(20_000, process.end());
  if (!status || !process.errors.includes('holds a hub already')) return `it ended with ${status}`;
  return existsSync(join(hub.folder, 'hub.sqlite')) && filesOf(hub.folder).size === before
    ? null
    : 'it was changed';
}

/** A backup of when they were more; what was noted beside the store since is there at the restore. */
async function raised(at: Target, from: Role, to: Role): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  const mallory = await hub.join(from, 'Mallory');
  const { body } = await hub.post('/api/backup', {}, hub.admin.token);
  const backup = join(hub.folder, 'backups', (JSON.parse(body) as { backup: string }).backup);
  await hub.must({ do: 'member.role', member: mallory.joined.member, role: to });
  await hub.process.signal('SIGTERM');
  for (const name of readdirSync(hub.folder).filter((one) => one.startsWith('hub.sqlite')))
    rmSync(join(hub.folder, name));
  await hub.restart({ probed: false, env: { MUSUBI_RESTORE: backup } });
  const { token } = await hub.signIn(mallory);
  const { members } = JSON.parse((await hub.post('/api/admin', {}, hub.admin.token)).body) as {
    members: readonly { id: string; role: string }[];
  };
  const role = members.find(({ id }) => id === mallory.joined.member)?.role;
  if (role !== to) return `they are a ${role} again`;
  const { status } = await hub.post('/api/backup', {}, token);
  return status === 403 ? null : `a command of an admin's is answered with ${status}`;
}

const LOWERED: readonly (readonly [Role, Role])[] = [
  ['admin', 'manager'],
  ['admin', 'viewer'],
  ['manager', 'member'],
  ['member', 'viewer'],
];

export const backupAttacks: readonly Attack[] = [
  ...LOWERED.map(
    ([from, to]): Attack => ({
      area: 'store',
      name: `who was ${aRole(from)} and was made ${aRole(to)} is raised again by a restore`,
      run: (at) => raised(at, from, to),
    }),
  ),
  ...SPOILT.map(
    ([name, spoil]): Attack => ({
      area: 'store',
      name: `a restore of a backup ${name}`,
      run: (at) => restored(at, spoil),
    }),
  ),
  { area: 'store', name: 'one backup is restored twice, and people join after each', run: numbers },
  { area: 'store', name: 'a restore and a backup were killed before their end', run: leftovers },
  { area: 'store', name: 'a restore over a hub that is there', run: over },
];

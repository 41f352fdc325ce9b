import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unpacked } from '../unit/hub/stores/opened.ts';
import type { Attack, Target } from './attack.ts';
import { HubProcess } from './hub-process.ts';
import { linkOf } from './link.ts';
import { fill, smallDisk } from './small-disk.ts';
import { PERSON } from './standing-links.ts';
import { until, within } from './until.ts';

const DAY = 86_400_000;

/** A store that an earlier commit made: its link leads, and a copy of before stands beside it. */
async function older(at: Target, commit: string): Promise<string | null> {
  const folder = at.folder();
  const facts = unpacked(commit, folder);
  const hub = await at.hub({ folder, founded: false, now: facts.now + 60_000, probed: false });
  const { status, headers } = await hub.ask(`/${facts.links.leads.id}`, { headers: PERSON });
  if (status !== 302 || headers.location !== facts.links.leads.to)
    return `its link is answered with ${status}`;
  const copies = readdirSync(join(folder, 'copies'));
  return copies.length === 1 && copies[0]?.endsWith('.sqlite') ? null : `copies: ${copies}`;
}

/** A start that has to end, in words. */
async function refused(at: Target, folder: string, words: RegExp): Promise<string | null> {
  const process = new HubProcess(folder, {});
  at.after(() => process.child.kill('SIGKILL'));
  const status = await within(20_000, process.end());
  if (!status) return 'it started';
  return words.test(process.errors) ? null : `it said ${process.errors.slice(-300)}`;
}

async function newer(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  await hub.process.signal('SIGTERM');
  const database = new DatabaseSync(join(hub.folder, 'hub.sqlite'));
  database.exec(`insert into kysely_migration values ('0999-later', 'now')`);
  database.close();
  return refused(at, hub.folder, /newer hub: it has step 0999-later/);
}

async function damaged(at: Target): Promise<string | null> {
  const folder = at.folder();
  writeFileSync(join(folder, 'hub.sqlite'), 'no store at all '.repeat(1000));
  return refused(at, folder, /cannot be opened|not a database/);
}

async function noRoom(at: Target): Promise<string | null> {
  const disk = smallDisk(at, 4 << 20);
  const folder = join(disk, 'hub');
  mkdirSync(folder);
  unpacked('2488740', folder);
  const empty = fill(disk, 300 << 10);
  const answer = await refused(at, folder, /copy of the store takes .* Nothing was changed/);
  if (answer) return answer;
  if (readdirSync(join(folder, 'copies')).length > 0) return 'half a copy is left';
  empty();
  const hub = await at.hub({ folder, founded: false, probed: false });
  return (await hub.isReady()) ? null : 'with room again it is not ready';
}

/** The disk is full for a backup: it says so, and leaves nothing. */
async function fullBackup(at: Target): Promise<string | null> {
  const disk = smallDisk(at, 6 << 20);
  const hub = await at.hub({ folder: join(disk, 'hub') });
  fill(disk, 100 << 10);
  const { status, body } = await hub.post('/api/backup', {}, hub.admin.token);
  if (status !== 507) return `it was answered with ${status} ${body}`;
  const left = readdirSync(join(hub.folder, 'backups'));
  return left.length === 0 ? null : `${left} is left`;
}

/** Something stands where the new day's salt should: links say so, and the process goes on. */
async function salt(at: Target, spoil: (file: string) => void, status: number): Promise<string | null> {
  const hub = await at.hub();
  const link = await linkOf(hub, hub.admin);
  const next = Math.floor((await hub.now()) / DAY) + 1;
  spoil(join(hub.folder, `salt-${next}`));
  await hub.turn(DAY);
  const answer = await hub.ask(`/${link.id}`, { headers: PERSON });
  if (answer.status !== status) return `a link is answered with ${answer.status}`;
  if ((await hub.isReady()) !== (status === 302)) return 'readiness says otherwise';
  rmSync(join(hub.folder, `salt-${next}`), { recursive: true });
  await until(() => hub.isReady(), 'readiness with a salt again');
  return null;
}

/** No file may grow: as on a full disk, and the system would end the process for it. */
async function bounded(at: Target): Promise<string | null> {
  const hub = await at.hub({ fileBytes: 600 << 10 });
  const link = await linkOf(hub, hub.admin);
  const seen = new Set<number>();
  for (let n = 0; n < 600 && !seen.has(503); n += 1) {
    const referer = `https://${'r'.repeat(60)}.${n}.example/`;
    seen.add((await hub.ask(`/${link.id}`, { headers: { ...PERSON, referer } })).status);
  }
  if (hub.process.ended) return 'the process ended';
  return seen.has(503) && (await hub.isReady()) ? 'it said that it was ready' : null;
}

/** Asked to end twice while something is under way. */
async function impatient(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  await hub.half('/api/do', JSON.stringify({ do: 'self.name', name: 'Anna' }), 10, {
    headers: { authorization: `Bearer ${hub.admin.token}` },
  });
  await hub.ask('/healthz');
  const ended = hub.process.signal('SIGTERM');
  await until(
    () =>
      hub.ask('/healthz').then(
        () => false,
        () => true,
      ),
    'no more connections',
  );
  hub.process.child.kill('SIGTERM');
  return (await within(3000, ended)) === null ? 'it waited on' : null;
}

const COMMITS = ['62defd9', '3e84a4a', '2488740', '8b0eb50', 'ee50dc1'];

export const startAttacks: readonly Attack[] = [
  ...COMMITS.map(
    (commit): Attack => ({
      area: 'store',
      name: `a store of commit ${commit} is opened`,
      run: (at) => older(at, commit),
    }),
  ),
  { area: 'store', name: 'a store that a newer hub wrote is opened', run: newer },
  { area: 'store', name: 'a store that is none is opened', run: damaged },
  { area: 'store', name: 'an upgrade on a disk without room for a copy', run: noRoom },
  { area: 'store', name: 'a backup on a disk that is full', run: fullBackup },
  {
    area: 'store',
    name: 'a new day whose salt cannot be made',
    run: (at) => salt(at, (file) => mkdirSync(file), 503),
  },
  {
    area: 'store',
    name: 'a new day whose salt is empty',
    run: (at) =>
      salt(
        at,
        (file) => {
          writeFileSync(file, 'x');
          truncateSync(file, 0);
        },
        302,
      ),
  },
  { area: 'store', name: 'files that may not grow', run: bounded },
  { area: 'store', name: 'a second request to end while the first waits', run: impatient },
];

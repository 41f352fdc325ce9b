import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import { HubProcess } from './hub-process.ts';
import { counted, linkOf, toldOf } from './link.ts';
import { fill, smallDisk } from './small-disk.ts';
import { PERSON } from './standing-links.ts';
import { message, text } from './sync-message.ts';
import { until, within } from './until.ts';

const MB = 1 << 20;
const MOST_MB = 350;

async function upload(hub: HubUnderAttack, megabytes: number): Promise<string> {
  const medium = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(megabytes * MB)]);
  const hash = createHash('sha256').update(medium).digest('hex');
  const range = `bytes 0-${medium.length - 1}/${medium.length}`;
  const headers = { authorization: `Bearer ${hub.admin.token}`, 'content-range': range };
  const sent = { ...headers, 'content-length': String(medium.length) };
  const { status, body } = await hub.ask(`/media/${hash}`, { method: 'PUT', headers: sent, body: medium });
  if (status !== 200) throw new Error(`the medium was answered with ${status} ${body}`);
  return hash;
}

/** Many ask for a large medium and read nothing of it. */
async function unread(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const hash = await upload(hub, 30);
  const before = hub.process.memory().now;
  const head = `GET /media/${hash} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nAuthorization: Bearer ${hub.admin.token}\r\n\r\n`;
  for (let n = 0; n < 25; n += 1) {
    const line = await hub.line();
    line.pause();
    line.write(head);
  }
  await hub.ask('/healthz');
  await within(1500, new Promise(() => undefined));
  const grew = hub.process.memory().most - before;
  return grew < MOST_MB ? null : `25 readers took ${grew.toFixed(0)} MB`;
}

/** Uploads of which all but the end is sent. */
async function held(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const before = hub.process.memory().now;
  const part = Buffer.alloc(40 * MB, 7);
  for (let n = 0; n < 10; n += 1) {
    const hash = createHash('sha256').update(`medium ${n}`).digest('hex');
    const line = await hub.line();
    line.write(
      `PUT /media/${hash} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nAuthorization: Bearer ${hub.admin.token}\r\n`,
    );
    line.write(`Content-Range: bytes 0-${50 * MB - 1}/${50 * MB}\r\nContent-Length: ${50 * MB}\r\n\r\n`);
    line.write(part);
    await until(() => line.closed || line.socket.writableLength < 8 * MB, 'most of an upload', 20_000);
  }
  const grew = hub.process.memory().most - before;
  return grew < MOST_MB ? null : `ten uploads took ${grew.toFixed(0)} MB`;
}

/** Killed while people follow links: whoever was led on is counted after the next start. */
async function killed(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  const link = await linkOf(hub, hub.admin);
  let led = 0;
  const follow = async (n: number) => {
    const agent = `${PERSON['user-agent']} OPR/${n}.0`;
    const answer = await hub
      .ask(`/${link.id}`, { headers: { ...PERSON, 'user-agent': agent } })
      .catch(() => null);
    if (answer?.status === 302) led += 1;
  };
  const following = Promise.all(Array.from({ length: 300 }, (_, n) => follow(n)));
  await until(() => led > 50, 'some who are led on', 20_000);
  await hub.process.signal('SIGKILL');
  await following;
  await hub.restart();
  const { counts } = await counted(hub, hub.admin, link.id, led);
  const sum = [...counts.values()].reduce((one, two) => one + two, 0);
  return sum >= led ? null : `${led} were led on, ${sum} are counted`;
}

/** Asked to stop in an orderly way while half a body is here. */
async function drained(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  const command = JSON.stringify({ do: 'self.name', name: 'Anna' });
  const line = await hub.half('/api/do', command, 10, {
    headers: { authorization: `Bearer ${hub.admin.token}` },
  });
  await hub.ask('/healthz');
  const ended = hub.process.signal('SIGTERM');
  const { status } = await line.rest();
  const code = await within(20_000, ended);
  if (status !== 200) return `what was under way was answered with ${status}`;
  return code === 0 ? null : `it ended with ${code}`;
}

/** Nobody takes what the hub writes: the reader has gone, or it sleeps. Strangers make it write a great deal. */
async function speechless(at: Target, gone: boolean): Promise<string | null> {
  const hub = await at.hub();
  const output = hub.process.child.stdout;
  if (gone) output?.destroy();
  else output?.pause();
  const link = await linkOf(hub, hub.admin);
  for (let n = 0; n < 8; n += 1) {
    const socket = await hub.socket();
    const asked = message('nothing', 2, 0, text('x'.repeat(43)));
    for (let times = 0; times < 450; times += 1) socket.send(asked);
    await until(
      () => socket.ended !== '' || socket.answers.length === 450,
      'an answer to each token',
      20_000,
    );
  }
  const { status } = await hub.ask(`/${link.id}`, { headers: PERSON });
  return status === 302 && (await hub.isReady()) ? null : `a link was answered with ${status}`;
}

/** A line that was being written when the power went. */
async function torn(at: Target): Promise<string | null> {
  const hub = await at.hub({ probed: false });
  const bob = await hub.join('member', 'Bob');
  await hub.must({ do: 'member.remove', member: bob.joined.member });
  await hub.process.signal('SIGKILL');
  appendFileSync(join(hub.folder, 'removed.jsonl'), '{"member":"ab');
  await hub.restart();
  const { status } = await hub.post('/api/devices', {}, bob.token);
  return status === 401 ? null : `somebody who was removed is answered with ${status}`;
}

async function twice(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const other = new HubProcess(hub.folder, {});
  at.after(() => other.child.kill('SIGKILL'));
  const status = await within(15_000, other.end());
  return status && /running/.test(other.errors) ? null : `a second hub ended with ${status}: ${other.errors}`;
}

/** No click is answered as counted that is not, readiness says so, and with room again all goes on. */
async function full(at: Target): Promise<string | null> {
  const disk = smallDisk(at, 24 * MB);
  const hub = await at.hub({ folder: join(disk, 'hub') });
  const link = await linkOf(hub, hub.admin);
  const empty = fill(disk);
  const statuses = new Set<number>();
  let led = 0;
  for (let n = 0; n < 400 && !statuses.has(503); n += 1) {
    const agent = `${PERSON['user-agent']} OPR/${n}.${randomBytes(200).toString('hex')}`;
    const { status } = await hub.ask(`/${link.id}`, { headers: { ...PERSON, 'user-agent': agent } });
    statuses.add(status);
    if (status === 302) led += 1;
  }
  const ready = await hub.isReady();
  empty();
  if (statuses.has(503) && ready) return 'it said that it was ready while links could not be recorded';
  await until(() => hub.isReady(), 'readiness with room again', 15_000);
  const { status } = await hub.ask(`/${link.id}`, { headers: PERSON });
  if (status !== 302) return `with room again a link is answered with ${status}`;
  await counted(hub, hub.admin, link.id, led);
  const { counts } = await toldOf(hub, hub.admin, link.id);
  return [...counts.values()].reduce((one, two) => one + two, 0) >= led
    ? null
    : `${led} were led on, fewer are counted`;
}

async function backedUp(at: Target): Promise<{ hub: HubUnderAttack; backup: string }> {
  const hub = await at.hub({ probed: false });
  await linkOf(hub, hub.admin);
  const { body } = await hub.post('/api/backup', {}, hub.admin.token);
  return { hub, backup: join(hub.folder, 'backups', (JSON.parse(body) as { backup: string }).backup) };
}

type Spoil = (backup: string) => void;

const SPOILT: readonly (readonly [string, Spoil])[] = [
  [
    'of which half of the store is cut off',
    (backup) => truncateSync(join(backup, 'hub.sqlite'), statSync(join(backup, 'hub.sqlite')).size >> 1),
  ],
  ['of which the store is empty', (backup) => truncateSync(join(backup, 'hub.sqlite'), 0)],
  [
    'of which the store is something else',
    (backup) => writeFileSync(join(backup, 'hub.sqlite'), randomBytes(100_000)),
  ],
];

/** A start that is to restore: it says why not, and the folder holds no hub. */
async function restored(at: Target, spoil: Spoil): Promise<string | null> {
  const { backup } = await backedUp(at);
  const copy = at.folder();
  cpSync(backup, copy, { recursive: true });
  spoil(copy);
  const folder = join(at.folder(), 'new');
  const process = new HubProcess(folder, { env: { MUSUBI_RESTORE: copy } });
  at.after(() => process.child.kill('SIGKILL'));
  const status = await within(20_000, process.end());
  if (status === null || status === 0) return `it started from it: ${process.output.slice(-200)}`;
  const left = existsSync(folder) ? readdirSync(folder) : [];
  return left.includes('hub.sqlite') ? `${left} is left of it` : null;
}

async function modes(at: Target): Promise<string | null> {
  const { backup } = await backedUp(at);
  const open = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    .map((name) => join(backup, name))
    .filter((file) => statSync(file).isFile() && (statSync(file).mode & 0o077) !== 0);
  return open.length === 0 ? null : `${open.length} files of a backup are readable by others`;
}

export const storeAttacks: readonly Attack[] = [
  { area: 'requests', name: '25 readers of a large medium who read nothing', run: unread },
  { area: 'requests', name: 'ten uploads of 50 MB that are held before their end', run: held },
  { area: 'store', name: 'the hub is killed while 300 follow a link', run: killed },
  { area: 'store', name: 'the hub is stopped while half a body is here', run: drained },
  { area: 'store', name: 'the hub’s standard output is closed', run: (at) => speechless(at, true) },
  { area: 'store', name: 'the hub’s standard output is not read', run: (at) => speechless(at, false) },
  { area: 'store', name: 'the last line of what was removed is torn', run: torn },
  { area: 'store', name: 'a second hub starts on the folder of one that runs', run: twice },
  { area: 'store', name: 'the disk is full while people follow a link', run: full },
  { area: 'store', name: 'other users of the machine read a backup', run: modes },
  ...SPOILT.map(
    ([name, spoil]): Attack => ({
      area: 'store',
      name: `a hub is restored from a backup ${name}`,
      run: (at) => restored(at, spoil),
    }),
  ),
];

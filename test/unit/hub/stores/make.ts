import { execFileSync } from 'node:child_process';
import { createHash, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zipSync } from 'fflate';
import type * as Y from 'yjs';
import { idOf } from '../../../../src/link/short.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import {
  type Identity,
  inviteIn,
  joinAs,
  makeInvite,
  openRoom,
  post,
  tokenOf,
} from '../../../bench/device.ts';
import { NAVIGATION } from '../../link/click/requests.ts';
import type { Facts } from './facts.ts';

// Makes a store as a hub of an earlier commit writes it, with people, rooms, media and clicks, by the hub's own wire:
//   node test/unit/hub/stores/make.ts <commit>   writes test/unit/hub/stores/<commit>.zip

const NOW = Date.UTC(2026, 10, 27, 9);
const HOUR = 3_600_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
const LIBRARY = 'library/2026-11';
/** More edits than a room's log keeps before it is folded into a snapshot. */
const EDITS = 520;

/** A hub of before it was handed its capabilities. */
interface Running {
  readonly hub: { readonly id: string; readonly epoch: string };
  readonly port: number;
  readonly admin: string | null;
  readonly stop: () => Promise<void>;
}

const commit = process.argv[2] ?? '';
const root = new URL('../../../..', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'store-'));
const tree = join(work, 'tree');
const folder = join(work, 'hub');
/** A team of four works for two hours, and leaves. */
async function played(): Promise<Facts> {
  let now = NOW;
  const { startHub } = (await import(join(tree, 'src/hub/hub.ts'))) as {
    startHub: (settings: object, log: () => void, parts: object) => Promise<Running>;
  };
  const settings = { host: '127.0.0.1', port: 0, folder, address: 'http://127.0.0.1:0', behindProxy: true };
  const running = await startHub(settings, () => undefined, { now: () => now });
  const { port } = running;
  const ann = await joinAs(port, inviteIn(running.admin ?? ''), 'Ann');
  const token = await tokenOf(port, ann);
  const group = { id: 'group-tokyo', name: 'Tokyo' };
  const team = { name: 'Stores', country: 'JP', groups: [group], regions: [] };
  await runCommand(port, ann, { do: 'team.set', team });
  const joined = async (role: 'member' | 'viewer', name: string) =>
    joinAs(port, await makeInvite(port, token, { role, uses: 1, days: 7 }), name);
  const [bob, vi, cleo] = [
    await joined('member', 'Bob'),
    await joined('viewer', 'Vi'),
    await joined('member', 'Cleo'),
  ];
  await runCommand(port, ann, { do: 'member.place', member: bob.joined.member, group: group.id, region: '' });
  await wrote(port, ann, 'board', 'announcements', { welcome: { words: 'Welcome' } });
  await wrote(port, bob, LIBRARY, 'items', {
    first: { at: 1, words: 'first' },
    second: { at: 2, words: 'second' },
  });
  await wrote(port, cleo, LIBRARY, 'items', { second: { at: 3, words: 'second, edited' }, third: { at: 4 } });
  await deleted(port, cleo, LIBRARY, 'third');
  for (let at = 0; at < EDITS; at += 40)
    await wrote(port, bob, LIBRARY, 'comments', Object.fromEntries(numbered(at, Math.min(EDITS, at + 40))));
  const medium = await sent(port, await tokenOf(port, bob));
  const link = await linkOf(nonceOf(1), 'https://shop.example/p?ref=7k3m9q2a');
  const paused = { ...(await linkOf(nonceOf(2), 'https://shop.example/over')), paused: true };
  await wrote(port, bob, `member/${bob.joined.member}/2026-11`, 'links', {
    [link.id]: link,
    [paused.id]: paused,
  });
  const event = {
    id: 'p-1',
    type: 'prepared',
    at: NOW,
    link: link.id,
    channel: 'x',
    site: 'x',
    campaign: '',
    item: '',
  };
  await wrote(port, bob, `member/${bob.joined.member}/2026-11`, 'events', { 'p-1': event });
  const hours = new Map<number, Readonly<Record<string, number>>>();
  for (const hour of [NOW / HOUR, NOW / HOUR + 1]) {
    now = hour * HOUR;
    hours.set(hour, await followed(port, link.id));
  }
  await runCommand(port, ann, { do: 'member.remove', member: cleo.joined.member });
  const { id: hub, epoch } = running.hub;
  await running.stop();
  return {
    commit,
    now,
    hub,
    epoch,
    team,
    people: [keyed(ann, 'Ann', 'admin'), keyed(bob, 'Bob', 'member'), keyed(vi, 'Vi', 'viewer')],
    removed: cleo.joined,
    medium,
    items: { first: { at: 1, words: 'first' }, second: { at: 3, words: 'second, edited' } },
    comments: EDITS,
    /** Oldest first: who wrote it, and whether it stood. */
    versions: {
      second: [bob.joined.member, cleo.joined.member],
      third: [cleo.joined.member, cleo.joined.member],
    },
    links: { leads: { id: link.id, to: link.target }, over: paused.id },
    hours: [...hours],
  };
}

function keyed({ joined, key }: Identity, name: string, role: string): Facts['people'][number] {
  const pem = (one: KeyObject) => String(one.export({ format: 'pem', type: 'pkcs8' }));
  return { joined, key: pem(key), name, role };
}

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => [`c${from + at}`, { words: `comment ${from + at}` }] as const);

/** Gives a command in a session of its own: the clock goes on by hours. */
async function runCommand(port: number, who: Identity, command: object): Promise<void> {
  const answer = await post(port, '/api/do', command, await tokenOf(port, who));
  if (!JSON.stringify(answer).includes('"done":true')) throw new Error(`not done: ${JSON.stringify(answer)}`);
}

const nonceOf = (n: number) => String(n).padStart(32, '0');

let sessions = 0;

/** Has a device edit a root of a room, each change an update of its own. As a device does, under a client id of this session. */
async function edited(port: number, who: Identity, room: string, edit: (doc: Y.Doc) => void): Promise<void> {
  const { device } = who.joined;
  sessions += 1;
  const session = device + sessions / RANGE;
  const { doc, provider, close } = openRoom(port, room, session, () => tokenOf(port, who));
  await until(() => provider.synced);
  edit(doc);
  await until(() => !provider.hasUnsyncedChanges);
  close();
}

const wrote = (
  port: number,
  who: Identity,
  room: string,
  root: string,
  items: Readonly<Record<string, unknown>>,
) =>
  edited(port, who, room, (doc) => {
    for (const [key, value] of Object.entries(items)) doc.getMap(root).set(key, value);
  });

const deleted = (port: number, who: Identity, room: string, key: string) =>
  edited(port, who, room, (doc) => doc.getMap('items').delete(key));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((turn) => setTimeout(turn, 5));
}

async function sent(port: number, token: string): Promise<string> {
  const hash = createHash('sha256').update(PNG).digest('hex');
  const range = `bytes 0-${PNG.byteLength - 1}/${PNG.byteLength}`;
  const headers = { authorization: `Bearer ${token}`, 'content-range': range };
  const answer = await fetch(`http://127.0.0.1:${port}/media/${hash}`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(PNG),
  });
  if (!answer.ok) throw new Error(`the medium was not taken: ${answer.status}`);
  return hash;
}

async function linkOf(nonce: string, target: string) {
  const rest = { campaign: 'spring', item: 'first', title: 'A title', picture: '', until: 0, paused: false };
  return { id: await idOf(nonce), nonce, at: NOW, target, channel: 'x', site: 'x', ...rest };
}

/** What is done with a link: by whom it is followed, and what it counts as. (`fetch` sends Fetch Metadata of its own.) */
const FOLLOWED = [
  ...[1, 2, 3, 3].map((net) => ({ path: '', address: `203.0.${net}.7`, agent: CHROME })),
  { path: '.q', address: '203.0.4.7', agent: CHROME },
  { path: '', address: '203.0.5.7', agent: 'curl/8.15.0' },
  { path: '', address: '203.0.6.7', agent: 'Twitterbot/1.0' },
];
const COUNTED = { human: 3, qr: 1, duplicate: 1, bot: 1, preview: 1 };

/** What came of the link in an hour; nothing at a hub that knows no links yet. */
async function followed(port: number, id: string): Promise<Record<string, number>> {
  for (const { path, address, agent } of FOLLOWED) {
    const headers = {
      host: `127.0.0.1:${port}`,
      'x-forwarded-for': address,
      'user-agent': agent,
      ...NAVIGATION,
    };
    const status = await new Promise((answered, failed) => {
      const asked = request({ port, path: `/${id}${path}`, headers }, (response) => {
        response.resume().on('end', () => answered(response.statusCode));
      });
      asked.on('error', failed).end();
    });
    if (status === 404) return {};
  }
  return COUNTED;
}

execFileSync('git', ['worktree', 'add', '--detach', tree, commit], { cwd: root });
symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
try {
  const facts = await played();
  const store = join(work, 'hub.sqlite');
  new DatabaseSync(join(folder, 'hub.sqlite')).exec(`vacuum into '${store}'`);
  const files = {
    'hub.sqlite': readFileSync(store),
    'hub.key': readFileSync(join(folder, 'hub.key')),
    [`media/${facts.medium}`]: readFileSync(join(folder, 'media', facts.medium)),
    'facts.json': Buffer.from(JSON.stringify(facts, null, 1)),
  };
  writeFileSync(
    new URL(`./${commit}.zip`, import.meta.url),
    zipSync(files, { level: 9, mtime: '2026-11-30' }),
  );
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
  rmSync(work, { recursive: true, force: true });
}

import { RoomLog } from '../../src/hub/store/log.ts';
import { RANGE } from '../../src/workspace/room.ts';
import { openStore } from '../unit/hub/store.ts';
import type { Attack, Target } from './attack.ts';
import { made } from './crafted.ts';
import type { HubUnderAttack } from './hub.ts';
import { within } from './until.ts';

const MB = 1 << 20;
const MOST_MB = 350;
const ROOM = 'library/2025-03';

/** A folder with rooms of an earlier month, and an item that was written over and over at its full size. */
async function longPast(at: Target): Promise<string> {
  const folder = at.folder();
  const store = await openStore(folder);
  const log = new RoomLog(store.db, () => undefined);
  for (let n = 0; n < 24; n += 1) {
    const value = { at: n, words: `${n} ${'w'.repeat(MB)}` };
    const bytes = made(900_000, (doc) => {
      doc.clientID = 900_000 * RANGE + 1 + n;
      doc.getMap('items').set(`old${n}`, value);
    });
    const changes = [{ root: 'items', key: 'rewritten', value }];
    const room = n % 3 === 0 ? ROOM : `${ROOM}/${2 + (n % 3)}`;
    await log.append({ room, member: 'old', device: 900_000, at: n, bytes, changes }, () => undefined);
  }
  await store.close();
  return folder;
}

/** Lines that ask for something large and read nothing of it. */
async function unread(at: Target, lines: number, path: string, body: unknown): Promise<string | null> {
  const hub = await at.hub({ folder: await longPast(at) });
  const text = JSON.stringify(body);
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${hub.port}\r\nAuthorization: Bearer ${hub.admin.token}\r\n`;
  const before = hub.process.memory().now;
  for (let n = 0; n < lines; n += 1) {
    const line = await hub.line();
    line.pause();
    line.write(`${head}Content-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
  }
  await within(1500, new Promise(() => undefined));
  const grew = hub.process.memory().most - before;
  if (grew >= MOST_MB) return `${lines} unread answers took ${grew.toFixed(0)} MB`;
  return neighbour(hub);
}

async function neighbour(hub: HubUnderAttack): Promise<string | null> {
  const bob = await hub.join('member', 'Bob');
  const ask = { room: ROOM, root: 'items', key: 'rewritten' };
  const { status, body } = await hub.post('/api/history', ask, bob.token);
  return status === 200 && body.length > MB ? null : `a colleague is answered with ${status}`;
}

const HISTORY = { room: ROOM, root: 'items', key: 'rewritten' };

export const unreadAnswers: readonly Attack[] = [
  {
    area: 'requests',
    name: 'sixty lines ask for a long history and read nothing',
    run: (at) => unread(at, 60, '/api/history', HISTORY),
  },
  {
    area: 'requests',
    name: 'twenty lines ask for an export and read nothing',
    run: (at) => unread(at, 20, '/api/export', {}),
  },
];

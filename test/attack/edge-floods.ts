import type { Attack, HubSetup, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import type { RawLine } from './line.ts';
import { linkOf, TARGET } from './link.ts';
import type { RawSocket } from './raw-socket.ts';
import { PERSON } from './standing-links.ts';
import { until } from './until.ts';

/** Few descriptors, so that a flood of hundreds is one of tens of thousands: 192 connections of strangers, 48 of a network. */
const FEW: HubSetup = { files: 640 };
const MANY = 400;
/** How long somebody who has nothing to do with a flood may wait, ms. */
const PATIENCE = 1500;

/** Addresses of this machine's own network that a flood comes from. */
const one = () => '127.0.3.1';
const several = (n: number) => `127.0.3.${1 + (n % 4)}`;
const hundreds = (n: number) => `127.0.${4 + Math.floor((n % 200) / 100)}.${1 + (n % 100)}`;
const NEIGHBOUR = '127.0.9.9';

/** What a line of a flood does once it is open. */
type Does = (line: RawLine, hub: HubUnderAttack) => unknown;

const head = ({ port }: HubUnderAttack, first: string, ...rest: string[]) =>
  `${[first, `Host: 127.0.0.1:${port}`, ...rest].join('\r\n')}\r\n`;

const SILENT: Does = () => undefined;
const HALF_HEAD: Does = (line, hub) => line.write(head(hub, 'GET /healthz HTTP/1.1', 'User-Agent: '));
const HALF_BODY: Does = (line, hub) =>
  line.write(`${head(hub, 'POST /api/join/look HTTP/1.1', 'Content-Length: 100')}\r\n{`);
const RESTING: Does = (line, hub) => line.write(`${head(hub, 'GET /healthz HTTP/1.1')}\r\n`);
const HALF_UPGRADE: Does = (line, hub) =>
  line.write(head(hub, 'GET /sync HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'));

/** How many are opened at once: each costs the hub a millisecond or two, which is no wait of anybody's. */
const AT_ONCE = 20;

/** Opens so many lines, some at a time; those that are turned away are as good as open. */
async function flood(hub: HubUnderAttack, does: Does, from: (n: number) => string, lines = MANY) {
  for (let n = 0; n < lines; n += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, at) => {
        const line = await hub.line({ from: from(n + at) }).catch(() => null);
        if (line && !line.closed) does(line, hub);
      }),
    );
}

/** Somebody follows a link, and somebody of the team signs in, both from this address; a sentence where one does not. */
async function isServed(hub: HubUnderAttack, link: string, from: string): Promise<string | null> {
  let [location, status]: [string | undefined, number] = [undefined, 0];
  const took = await hub.took(async () => {
    location = (await hub.ask(`/${link}`, { headers: PERSON, from })).headers.location;
    status = (await hub.post('/api/session/challenge', { device: 1 }, '', { from })).status;
  });
  if (location !== TARGET || status !== 200)
    return `${from} was led to ${location} and answered with ${status}`;
  return took < PATIENCE ? null : `${from} waited ${took.toFixed(0)} ms`;
}

/** While strangers hold all they can, a neighbour is served, and a device that has proved itself loses nothing. */
async function flooded(at: Target, does: Does, from: (n: number) => string): Promise<string | null> {
  const hub = await at.hub(FEW);
  const link = await linkOf(hub, hub.admin);
  const device = await hub.inRoom(hub.admin, await hub.library());
  await flood(hub, does, from);
  const refused = await isServed(hub, link.id, NEIGHBOUR);
  if (refused) return refused;
  // An office behind one address, with the flood inside it.
  const beside = await isServed(hub, link.id, from(0));
  if (beside) return `beside the flood ${beside}`;
  if (device.ended) return `a device that had proved itself was ended: ${device.ended}`;
  await device.state();
  return (await hub.isReady()) ? null : 'the hub is not ready';
}

/** Sockets that prove nothing. */
async function silentSockets(at: Target, from: (n: number) => string): Promise<string | null> {
  const hub = await at.hub(FEW);
  const link = await linkOf(hub, hub.admin);
  const device = await hub.inRoom(hub.admin, await hub.library());
  for (let n = 0; n < MANY; n += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) => hub.socket({ from: from(n + at) }).catch(() => null)),
    );
  const fresh = await hub.socket({ from: NEIGHBOUR });
  const state = await fresh.auth(await hub.library(), hub.admin.token);
  if (state !== 'authenticated') return `a colleague’s new socket: ${state}`;
  if (device.ended) return `a device that had proved itself was ended: ${device.ended}`;
  return isServed(hub, link.id, NEIGHBOUR);
}

/** Through a proxy of our own, over which everybody comes: whoever opens hundreds of requests shuts nobody else out. */
async function throughProxy(at: Target, does: (from: string) => Does): Promise<string | null> {
  const hub = await at.hub({ ...FEW, env: { MUSUBI_PROXY: '127.0.0.1' } });
  const link = await linkOf(hub, hub.admin);
  await flood(
    hub,
    (line, of) => does('198.51.100.7')(line, of),
    () => '127.0.0.1',
    2 * MANY,
  );
  const headers = { ...PERSON, 'x-forwarded-for': '203.0.113.9' };
  const answer = await hub.ask(`/${link.id}`, { headers }).catch((error: Error) => error.message);
  const location = typeof answer === 'string' ? answer : answer.headers.location;
  if (location !== TARGET) return `a neighbour was led to ${location}`;
  return (await hub.isReady()) ? null : 'the hub is not ready';
}

const halfBodyFor =
  (from: string): Does =>
  (line, hub) =>
    line.write(
      `${head(hub, 'POST /api/join/look HTTP/1.1', `X-Forwarded-For: ${from}`, 'Content-Length: 100')}\r\n{`,
    );
const unreadFor =
  (from: string): Does =>
  (line, hub) => {
    line.pause();
    const path = `/${'abcdefghijk'}`;
    line.write(`${head(hub, `GET ${path} HTTP/1.1`, `X-Forwarded-For: ${from}`)}\r\n`);
  };

/** One member opens sockets without end: what is theirs is bounded, and a colleague's stays. */
async function ownSockets(at: Target): Promise<string | null> {
  const hub = await at.hub(FEW);
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const room = await hub.library();
  const colleague = await hub.inRoom(bob, room);
  const opened: RawSocket[] = [];
  for (let n = 0; n < 200; n += 1) opened.push(await hub.inRoom(eve, room));
  if (colleague.ended) return `a colleague was ended: ${colleague.ended}`;
  const left = () => opened.filter(({ ended }) => ended === '').length;
  await until(() => left() <= 64, 'all but 64 sockets of one device to be ended').catch(() => undefined);
  return left() <= 64 ? null : `${left()} sockets of one device are open`;
}

const HOLDS: readonly (readonly [string, Does])[] = [
  ['silent connections', SILENT],
  ['halves of a head', HALF_HEAD],
  ['halves of a body', HALF_BODY],
  ['connections that rest after a question', RESTING],
  ['halves of a handshake', HALF_UPGRADE],
];
const SOURCES: readonly (readonly [string, (n: number) => string])[] = [
  ['one address', one],
  ['four addresses', several],
  ['200 addresses', hundreds],
];

export const floodAttacks: readonly Attack[] = [
  ...HOLDS.flatMap(([what, does]) =>
    SOURCES.map(
      ([whence, from]): Attack => ({
        area: 'edge',
        name: `${MANY} ${what} from ${whence}`,
        run: (at) => flooded(at, does, from),
      }),
    ),
  ),
  ...SOURCES.map(
    ([whence, from]): Attack => ({
      area: 'edge',
      name: `${MANY} sockets from ${whence} that prove nothing`,
      run: (at) => silentSockets(at, from),
    }),
  ),
  {
    area: 'edge',
    name: 'one address holds 800 halves of a body through a proxy',
    run: (at) => throughProxy(at, halfBodyFor),
  },
  {
    area: 'edge',
    name: 'one address asks for 800 unknown links through a proxy',
    run: (at) => throughProxy(at, unreadFor),
  },
  { area: 'edge', name: 'one device opens 200 sockets', run: ownSockets },
];

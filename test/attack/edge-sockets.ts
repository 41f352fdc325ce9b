import type { Attack, HubSetup, Target } from './attack.ts';
import { handmade, item, WORD } from './crafted.ts';
import type { HubUnderAttack } from './hub.ts';
import { OP, type RawSocket } from './raw-socket.ts';
import { message, text } from './sync-message.ts';
import { until, within } from './until.ts';

/** Sockets do nothing for whoever has not proved themselves: what may be sent first, and what is wrong. */
type First = (socket: RawSocket, room: string, token: string) => void;

const update = () => handmade(999_999, 0, [item(8, WORD, 'items', 'forged')]);
const FIRSTS: readonly (readonly [string, First])[] = [
  ['a step', (socket, room) => socket.send(message(room, 0, 0, Uint8Array.of(0)))],
  ['an update', (socket, room) => socket.send(message(room, 0, 2, update()))],
  ['a reply', (socket, room) => socket.send(message(room, 4, 0, Uint8Array.of(0)))],
  ['presence', (socket, room) => socket.send(message(room, 1, text('{}')))],
  ['a broadcast', (socket, room) => socket.send(message(room, 5, text('all')))],
  ['the end of a room', (socket, room) => socket.send(message(room, 7, text('over')))],
  ['a token of nobody’s', (socket, room) => socket.send(message(room, 2, 0, text('x'.repeat(43))))],
  ['an empty token', (socket, room) => socket.send(message(room, 2, 0, text('')))],
  ['a token of 5 KB', (socket, room) => socket.send(message(room, 2, 0, text('x'.repeat(5000))))],
  ['a token of another’s form', (socket, room) => socket.send(message(room, 2, 9, text('x')))],
  ['a room without a name', (socket) => socket.send(message('', 2, 0, text('x')))],
  ['a room of 10 KB', (socket) => socket.send(message('r'.repeat(10_000), 2, 0, text('x')))],
  ['nothing', (socket) => socket.send(new Uint8Array())],
  ['one byte', (socket) => socket.send(Uint8Array.of(1))],
  ['a kind that nobody defined', (socket, room) => socket.send(message(room, 99, 0))],
  [
    'two megabytes of steps',
    (socket, room) => {
      for (let n = 0; n < 30; n += 1) socket.send(message(room, 0, 0, Buffer.alloc(100_000, 1)));
    },
  ],
  [
    'six hundred rooms',
    (socket) => {
      for (let n = 0; n < 600; n += 1) socket.send(message(`library/20${n}`, 2, 0, text('x')));
    },
  ],
  [
    'five thousand pings',
    (socket) => {
      for (let n = 0; n < 5000; n += 1) socket.frame(OP.ping, text('p'));
    },
  ],
  [
    'frames of one byte, a thousand to a message',
    (socket) => {
      socket.frame(OP.binary, Uint8Array.of(1), { fin: false });
      for (let n = 0; n < 1000; n += 1) socket.frame(OP.continuation, Uint8Array.of(1), { fin: false });
    },
  ],
];

/** Nothing of a room comes back, nobody else sees what was sent, and the hub goes on. */
async function first(at: Target, send: First): Promise<string | null> {
  const hub = await at.shared();
  const room = await hub.library();
  const colleague = await hub.inRoom(hub.admin, room);
  const socket = await hub.socket();
  send(socket, room, hub.admin.token);
  await within(
    200,
    until(() => socket.ended !== '', 'its end', 400).catch(() => null),
  );
  await colleague.state();
  if (socket.states.length + socket.updates.length > 0) return 'it was sent something of a room';
  if (socket.answers.some((answer) => answer === 'authenticated' || answer === 'taken'))
    return `it was answered: ${socket.answers.join()}`;
  if (colleague.updates.length > 0) return 'a colleague was sent something';
  if (colleague.ended) return `a colleague was ended: ${colleague.ended}`;
  return (await hub.isReady()) ? null : 'the hub is not ready';
}

/** Who has proved themselves for one room has not for another, and a token that ends ends no one else. */
async function anotherRoom(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const socket = await hub.inRoom(eve, 'team');
  const own = await hub.own(bob);
  socket.send(message(own, 0, 0, Uint8Array.of(0)));
  socket.send(message(own, 0, 2, update()));
  await socket.state();
  const answered = await socket.auth(own, eve.token);
  if (answered === 'authenticated') return 'she opened a colleague’s own room';
  return socket.states.length > 1 ? 'she was sent another room' : null;
}

/** Lines of a handshake, each of which is wrong or missing. */
const HANDSHAKES: readonly (readonly [string, string])[] = [
  ['without a key', 'GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13'],
  [
    'with a short key',
    'GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: YQ==',
  ],
  [
    'of an older version',
    'GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 7\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ],
  [
    'by another method',
    'POST /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ],
  ['to another protocol', 'GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: TLS/1.2'],
  ['in HTTP/1.0', 'GET /sync HTTP/1.0\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13'],
  ['without an upgrade', 'GET /sync HTTP/1.1'],
  [
    'with 60 KB of extensions',
    `GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\nSec-WebSocket-Extensions: ${'permessage-deflate; '.repeat(3000)}`,
  ],
  [
    'with a body',
    'GET /sync HTTP/1.1\nConnection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\nContent-Length: 1000000',
  ],
];

/** It is refused or cut, at once and for all of fifty, and a proper one is opened after it. */
async function handshake(at: Target, lines: string): Promise<string | null> {
  const hub = await at.shared();
  const head = `${lines.replaceAll('\n', '\r\n')}\r\nHost: 127.0.0.1:${hub.port}\r\n\r\n`;
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const line = await hub.line();
      line.write(head);
      return line.answer(3000).catch(() => ({ status: -1 }));
    }),
  );
  const odd = answers.find(({ status }) => status < 0 || status === 101 || status >= 500);
  if (odd)
    return odd.status < 0 ? 'it was left open without an answer' : `it was answered with ${odd.status}`;
  const socket = await hub.inRoom(hub.admin, 'team');
  return socket.ended === '' ? null : `a proper one was ended: ${socket.ended}`;
}

const NAMED: HubSetup = { env: { MUSUBI_ADDRESS: 'https://hub.example', MUSUBI_NAMES: 'upstream.internal' } };
const PATHS: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ['/sync', {}, true],
  ['/sync/', {}, true],
  ['/sync?token=x', {}, true],
  ['//sync', {}, true],
  ['/sync', { host: 'HUB.example.:8443' }, true],
  ['/sync', { host: 'upstream.internal:3000' }, true],
  ['http://hub.example/sync', {}, true],
  ['/sync/../sync', {}, false],
  ['/synchronise', {}, false],
  ['/sync/x', {}, false],
  ['/app/sync', {}, false],
  ['/SYNC', {}, false],
  ['http://evil.example/sync', {}, false],
  ['/sync', { host: 'evil.example' }, false],
  ['/sync', { host: 'hub.example.evil.example' }, false],
  ['/sync', { host: 'hub.example@evil.example' }, false],
  ['/sync', { host: '' }, false],
];

async function opened(at: Target, [path, headers, isOurs]: (typeof PATHS)[number]): Promise<string | null> {
  const hub: HubUnderAttack = await at.shared(NAMED);
  const socket = await hub.socket({ path, headers: { host: 'hub.example', ...headers } }).catch(() => null);
  if ((socket !== null) !== isOurs) return socket ? 'it was opened' : 'it was refused';
  if (!socket) return null;
  const state = await socket.auth('team', hub.admin.token);
  return state === 'authenticated' ? null : state;
}

export const handshakeAttacks: readonly Attack[] = [
  ...FIRSTS.map(
    ([what, send]): Attack => ({
      area: 'edge',
      name: `a socket begins with ${what}`,
      run: (at) => first(at, send),
    }),
  ),
  { area: 'edge', name: 'a socket that is let into one room speaks of another', run: anotherRoom },
  ...HANDSHAKES.map(
    ([how, lines]): Attack => ({
      area: 'edge',
      name: `fifty handshakes ${how}`,
      run: (at) => handshake(at, lines),
    }),
  ),
  ...PATHS.map(
    (one): Attack => ({
      area: 'edge',
      name: `a socket is asked for at ${one[0]} of ${JSON.stringify(one[1].host ?? 'hub.example')}`,
      run: (at) => opened(at, one),
    }),
  ),
];

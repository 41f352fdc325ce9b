import type { Attack, Target } from './attack.ts';
import type { RawSocket } from './raw-socket.ts';
import { message, text } from './sync-message.ts';
import { until } from './until.ts';

/** What is sent over a socket that nobody has let in; it has to end, and the hub to go on. */
type Abuse = (socket: RawSocket, room: string, token: string) => void;

const BAD_SOCKETS: readonly (readonly [string, Abuse])[] = [
  [
    'a session in a room’s name',
    (socket, room, token) => socket.send(message(`${room}\0s1`, 2, 0, text(token))),
  ],
  [
    'thousands of messages to rooms that it never opened',
    (socket) => {
      for (let n = 0; n < 4200; n += 1) socket.send(message('nowhere', 0));
    },
  ],
  ['a message of more than 4 MiB', (socket) => socket.send(Buffer.alloc((4 << 20) + 10))],
  ['a message that is none', (socket) => socket.send(Uint8Array.from([255, 255, 255, 255, 255, 255]))],
  ['a frame of text', (socket) => socket.frame(1, text('{"auth":1}'))],
  ['a frame that is not masked', (socket) => socket.frame(2, text('x'), { masked: false })],
  ['a frame with reserved bits', (socket) => socket.frame(2, text('x'), { reserved: 7 })],
  ['an opcode that nobody defined', (socket) => socket.frame(11, text('x'))],
  ['a ping of a megabyte', (socket) => socket.frame(9, Buffer.alloc(1 << 20))],
  ['a continuation of nothing', (socket) => socket.frame(0, text('x'))],
  ['a frame that claims 2^62 bytes', (socket) => socket.frame(2, text('x'), { length: 2 ** 62 })],
  [
    'fragments that together are more than 4 MiB',
    (socket) => {
      socket.frame(2, Buffer.alloc(1 << 20), { fin: false });
      for (let n = 0; n < 5; n += 1) socket.frame(0, Buffer.alloc(1 << 20), { fin: false });
    },
  ],
];

async function abused(at: Target, abuse: Abuse): Promise<string | null> {
  const hub = await at.shared();
  const socket = await hub.socket();
  abuse(socket, await hub.library(), hub.admin.token);
  await until(() => socket.ended !== '', 'the end of the socket', 10_000);
  return (await hub.isReady()) ? null : 'the hub is not ready after it';
}

async function refused(at: Target, options: Parameters<typeof RawSocket.open>[1]): Promise<string | null> {
  const hub = await at.shared();
  return hub.socket(options).then(
    () => 'it was upgraded',
    () => null,
  );
}

/** A first step of twenty bytes is answered with the whole room. */
async function greedy(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const socket = await hub.inRoom(hub.admin, await hub.library());
  for (let n = 0; n < 320; n += 1) socket.step();
  const said = await socket.answer();
  return said === 'closed: rate' ? null : `after 320 whole rooms: ${said}`;
}

export const socketAttacks: readonly Attack[] = [
  ...BAD_SOCKETS.map(
    ([name, abuse]): Attack => ({
      area: 'rooms',
      name: `a socket sends ${name}`,
      run: (at) => abused(at, abuse),
    }),
  ),
  {
    area: 'edge',
    name: 'a socket is opened under another host’s name',
    run: (at) => refused(at, { headers: { host: 'evil.example' } }),
  },
  {
    area: 'edge',
    name: 'a socket is opened at another path',
    run: (at) => refused(at, { path: '/other' }),
  },
  { area: 'requests', name: 'a room is asked for whole 320 times', run: greedy },
];

import type { Attack, Target } from './attack.ts';
import { varint } from './crafted.ts';
import type { HubUnderAttack } from './hub.ts';
import { oneOf } from './people.ts';
import { frameOf, OP, type RawSocket } from './raw-socket.ts';
import { message, text } from './sync-message.ts';

const AWARENESS = 1;
const MOST_MB = 300;

/** Sends so many frames over each of forty sockets, all of them written before one is read. */
async function breaths(at: Target, frames: (hub: HubUnderAttack) => Promise<Buffer>): Promise<string | null> {
  const hub = await at.hub();
  const breath = await frames(hub);
  const sockets: RawSocket[] = [];
  for (let n = 0; n < 40; n += 1) sockets.push(await hub.socket({ from: `127.0.1.${1 + n}` }));
  for (const socket of sockets) socket.socket.write(breath);
  let status = 0;
  const took = await hub.took(async () => {
    ({ status } = await hub.ask('/healthz', { from: '127.0.2.1' }));
  });
  if (status !== 200) return `a neighbour was answered with ${status}`;
  return took < 500 ? null : `a neighbour waited ${took.toFixed(0)} ms`;
}

const many = (times: number, frame: (n: number) => Buffer) =>
  Buffer.concat(Array.from({ length: times }, (_, n) => frame(n)));
const binary = (bytes: Uint8Array) => frameOf(OP.binary, bytes);

const BREATHS: readonly (readonly [string, (hub: HubUnderAttack) => Promise<Buffer>])[] = [
  ['3,000 messages to a room', async () => many(3000, () => binary(message('team', 0, 0, Uint8Array.of(0))))],
  ['3,000 names of rooms', async () => many(3000, (n) => binary(message(`r${n}`, 0)))],
  ['3,000 tokens', async () => many(3000, () => binary(message('team', 2, 0, text('x'.repeat(43)))))],
  ['9,000 pings', async () => many(9000, () => frameOf(OP.ping, Buffer.alloc(0)))],
  ['9,000 pongs', async () => many(9000, () => frameOf(OP.pong, Buffer.alloc(0)))],
  [
    '9,000 pieces of one message',
    async () => many(9000, (n) => frameOf(n === 0 ? OP.binary : OP.continuation, text('x'), { fin: false })),
  ],
];

/** Awareness of so many clients, each in a few bytes. */
const crowd = (clients: number) =>
  Buffer.concat([
    Buffer.from(varint(clients)),
    many(clients, (n) => Buffer.from([...varint(n + 1), 1, 4, 110, 117, 108, 108])),
  ]);

/** A state vector of so many clients. */
const vector = (clients: number) =>
  Buffer.concat([Buffer.from(varint(clients)), many(clients, (n) => Buffer.from([...varint(n + 1), 1]))]);

/** A viewer sends messages of nearly 4 MiB, which no budget of written bytes counts. */
async function large(at: Target, times: number, bytes: (room: string) => Uint8Array): Promise<string | null> {
  const hub = await at.hub();
  const [viewer, room] = [await oneOf(hub, 'viewer'), await hub.library()];
  const socket = await hub.inRoom(viewer, room);
  const frame = frameOf(OP.binary, bytes(room));
  const before = hub.process.memory().now;
  for (let n = 0; n < times; n += 1) socket.socket.write(frame);
  const other = await hub.inRoom(await oneOf(hub, 'member'), room);
  await other.state();
  const grew = hub.process.memory().most - before;
  return grew < MOST_MB ? null : `the hub grew by ${grew.toFixed(0)} MB`;
}

/** Opens a room of every month that there was, and one of every colleague. */
async function everyRoom(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const viewer = await oneOf(hub, 'viewer');
  const before = hub.process.memory().now;
  const socket = await hub.socket();
  let opened = 0;
  for (let n = 0; n < 1500; n += 1) {
    const month = `${1900 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    if ((await socket.auth(`library/${month}`, viewer.token)) === 'authenticated') opened += 1;
    if (socket.ended) break;
  }
  const grew = hub.process.memory().most - before;
  if (grew > MOST_MB) return `the hub grew by ${grew.toFixed(0)} MB for ${opened} rooms`;
  return opened < 600 ? null : `${opened} rooms are open over one socket`;
}

const UNIT = 1 << 20;

export const messageAttacks: readonly Attack[] = [
  ...BREATHS.map(
    ([name, frames]): Attack => ({
      area: 'requests',
      name: `forty sockets of strangers send ${name} in one breath`,
      run: (at) => breaths(at, frames),
    }),
  ),
  ...(
    [
      ['who is here, of 400,000 clients', 1, (room) => message(room, AWARENESS, crowd(400_000))],
      ['who is here, thirty times in 4 MiB', 30, (room) => message(room, AWARENESS, crowd(400_000))],
      ['a state vector of 500,000 clients', 1, (room) => message(room, 0, 0, vector(500_000))],
      ['thirty state vectors of 500,000 clients', 30, (room) => message(room, 0, 0, vector(500_000))],
      ['a state of 4 MiB that is none', 10, (room) => message(room, 0, 1, Buffer.alloc(4 * UNIT - 100, 1))],
      [
        'words for a handler, a hundred times 4 MiB',
        100,
        (room) => message(room, 5, Buffer.alloc(4 * UNIT - 100, 97)),
      ],
      ['words for everybody', 1, (room) => message(room, 6, text('hello'))],
      ['messages of a kind that is none', 3000, (room) => message(room, 99)],
    ] as readonly (readonly [string, number, (room: string) => Uint8Array])[]
  ).map(
    ([name, times, bytes]): Attack => ({
      area: 'requests',
      name: `a viewer sends ${name}`,
      run: (at) => large(at, times, bytes),
    }),
  ),
  { area: 'requests', name: 'a viewer opens the library of every month since 1900', run: everyRoom },
];

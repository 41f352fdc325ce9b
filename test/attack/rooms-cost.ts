import { RANGE, type Role } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import { item, textBytes, varint, WORD } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { oneOf } from './people.ts';
import { message } from './sync-message.ts';

/** Twice the size may cost so many times as much; below this many ms the machine's own noise decides. */
const MOST = 2.5;
const NOISE_MS = 60;

/** An update of about so many bytes, by a client id of the device that was never used. */
type Make = (bytes: number, own: number) => Uint8Array;

const many = (times: number, one: (n: number) => readonly number[]) =>
  Buffer.concat(Array.from({ length: times }, (_, n) => Buffer.from(one(n))));
const update = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const after = (client: number, clock: number, content: readonly number[] = WORD, kind = 8) => [
  0x80 | kind,
  ...varint(client),
  ...varint(clock),
  ...content,
];
const one = (own: number, structs: readonly number[] | Uint8Array, count = 1) =>
  update([1], varint(count), varint(own), [0], structs, [0]);
const key = (own: number, n: number) => `c${own % 100_000}.${n}`;

const INPUTS: readonly (readonly [string, Make])[] = [
  [
    'many client sections',
    (bytes, own) => {
      const count = Math.floor(bytes / 21);
      const section = (n: number) => [1, ...varint(own + n), 0, ...item(8, WORD, 'items', `${n % 100}`)];
      return update(varint(count), many(count, section), [0]);
    },
  ],
  [
    'the most client sections, each standing on the next',
    (bytes, own) => {
      const [clients, length] = [200, Math.min(29, Math.floor(bytes / 2400))];
      const struct = (client: number, n: number) => {
        if (client < clients - 1) return after(own + client + 1, n);
        return n === 0 ? item(8, WORD, 'items', key(own, 0)) : after(own + client, n - 1);
      };
      const section = (client: number) => [
        ...varint(length),
        ...varint(own + client),
        0,
        ...many(length, (n) => struct(client, n)),
      ];
      return update(varint(clients), many(clients, section), [0]);
    },
  ],
  [
    'items that each name one key',
    (bytes, own) => {
      const count = Math.floor(bytes / 14);
      return one(
        own,
        many(count, () => item(8, WORD, 'items', key(own, 0))),
        count,
      );
    },
  ],
  [
    'items that each split one deletion',
    (bytes, own) => {
      const count = Math.floor(bytes / 11);
      const run = item(1, varint(2 ** 30), 'items', key(own, 0));
      return update(
        [2, 1],
        varint(own),
        [0],
        run,
        varint(count),
        varint(own + 1),
        [0],
        many(count, (n) => after(own, n * 3 + 1)),
        [0],
      );
    },
  ],
  [
    'deletions one over the other',
    (bytes, own) => {
      const count = Math.floor(bytes / 4);
      const ranges = many(count, () => [0, ...varint(5000)]);
      return update(
        [1, 1],
        varint(own),
        [0],
        item(1, varint(6000), 'items', key(own, 0)),
        [1],
        varint(own),
        varint(count),
        ranges,
      );
    },
  ],
  [
    'deletions in order',
    (bytes, own) => {
      const count = Math.floor(bytes / 5);
      const ranges = many(count, (n) => [...varint(n * 2), 1]);
      return update(
        [1, 1],
        varint(own),
        [0],
        item(1, varint(2 ** 30), 'items', key(own, 0)),
        [1],
        varint(own),
        varint(count),
        ranges,
      );
    },
  ],
  [
    'deletions of many clients',
    (bytes) => {
      const count = Math.floor(bytes / 7);
      return update(
        [0],
        varint(count),
        many(count, (n) => [...varint(2 ** 24 + n), 1, 0, 1]),
      );
    },
  ],
  [
    'lists in lists',
    (bytes, own) =>
      one(
        own,
        update(
          item(8, [1]),
          many(bytes / 2, () => [117, 1]),
          [126],
        ),
      ),
  ],
  [
    'a value of many names',
    (bytes, own) => {
      const count = Math.floor(bytes / 8);
      return one(
        own,
        update(
          item(8, [1, 118, ...varint(count)], 'items', key(own, 0)),
          many(count, (n) => [...textBytes(`k${n}`), 126]),
        ),
      );
    },
  ],
  [
    'a value of many nothings',
    (bytes, own) =>
      one(
        own,
        update(
          item(8, [1, 117, ...varint(bytes)], 'items', key(own, 0)),
          many(bytes, () => [126]),
        ),
      ),
  ],
  [
    'a value of one long word',
    (bytes, own) =>
      one(own, update(item(8, [1, 119, ...varint(bytes)], 'items', key(own, 0)), Buffer.alloc(bytes, 97))),
  ],
  [
    'the shortest items',
    (bytes, own) => {
      const count = Math.floor(bytes / 7);
      return one(
        own,
        update(
          item(1, [1], 'items', key(own, 0)),
          many(count - 1, (n) => after(own, n, [1], 1)),
        ),
        count,
      );
    },
  ],
  [
    'items that it does not have',
    (bytes, own) =>
      update(
        [1],
        varint(bytes * 1000),
        varint(own),
        [0],
        many(bytes / 8, () => WORD),
      ),
  ],
];

let used = 0;

async function costOf(hub: HubUnderAttack, person: Person, make: Make, bytes: number): Promise<number> {
  const costs: number[] = [];
  const room = await hub.library();
  for (let n = 0; n < 3; n += 1) {
    const own = person.joined.device * RANGE + 100_000 + 2000 * ++used;
    const sent = make(bytes, own);
    const socket = await hub.inRoom(person, room);
    costs.push(await hub.cost(() => socket.update(sent)));
    socket.close();
  }
  return Math.min(...costs);
}

/** Twice the size costs no more than about twice as much, and what a viewer sends next to nothing. */
async function grows(at: Target, make: Make, role: Role): Promise<string | null> {
  const hub = await at.hub();
  const person = await oneOf(hub, role);
  for (const size of [80_000, 320_000]) {
    const [small, large] = [await costOf(hub, person, make, size), await costOf(hub, person, make, 2 * size)];
    const isTooMuch = large > NOISE_MS && large > MOST * small;
    if (isTooMuch || (role === 'viewer' && large > NOISE_MS))
      return `${size} bytes cost ${small.toFixed(0)} ms, twice as many ${large.toFixed(0)} ms`;
  }
  return null;
}

/** A state vector of so many clients, again and again. */
async function vectors(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const member = await oneOf(hub, 'member');
  const room = await hub.library();
  const vector = (clients: number) =>
    update(
      varint(clients),
      many(clients, (n) => [...varint(n + 1), 1]),
    );
  const cost = async (clients: number) => {
    const socket = await hub.inRoom(member, room);
    const sent = message(room, 0, 0, vector(clients));
    const cpuMs = await hub.cost(async () => {
      socket.send(sent);
      await socket.answer();
    });
    return cpuMs;
  };
  const large = Math.min(await cost(400_000), await cost(400_000));
  return large < NOISE_MS ? null : `a state vector of 400,000 clients cost ${large.toFixed(0)} ms`;
}

/** A member sends what is dear again and again: their neighbours are answered, and they are held up. */
async function insists(at: Target): Promise<string | null> {
  const hub = await at.hub();
  const [member, room] = [await oneOf(hub, 'member'), await hub.library()];
  const [, make] = INPUTS[1] ?? [];
  let said = '';
  const cost = await hub.cost(async () => {
    const socket = await hub.inRoom(member, room);
    for (let n = 0; n < 150 && said !== 'closed: rate'; n += 1) {
      const own = member.joined.device * RANGE + 500_000 + 300 * n;
      said = await socket.update(make?.(60_000, own) ?? new Uint8Array());
      if (said.startsWith('closed')) socket.close();
      if (socket.ended) break;
      if (said.startsWith('closed')) break;
    }
  });
  return cost < 30_000 ? null : `150 updates of one device cost ${cost.toFixed(0)} ms`;
}

export const costAttacks: readonly Attack[] = [
  ...INPUTS.map(
    ([name, make]): Attack => ({
      area: 'rooms',
      name: `a member sends an update with ${name}, and one of twice the size`,
      run: (at) => grows(at, make, 'member'),
    }),
  ),
  ...INPUTS.slice(0, 5).map(
    ([name, make]): Attack => ({
      area: 'rooms',
      name: `a viewer sends an update with ${name}`,
      run: (at) => grows(at, make, 'viewer'),
    }),
  ),
  { area: 'rooms', name: 'a member says they have what 400,000 clients wrote', run: vectors },
  { area: 'rooms', name: 'a member sends what is dear again and again', run: insists },
];

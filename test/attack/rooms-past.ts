import { RANGE } from '../../src/workspace/room.ts';
import { watched } from '../unit/hub/watched.ts';
import type { Attack, Target } from './attack.ts';
import { after, handmade, item, varint, WORD } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink } from './link.ts';
import { oneOf } from './people.ts';
import type { RawSocket } from './raw-socket.ts';
import { message } from './sync-message.ts';
import { until } from './until.ts';

/** What an attacker has at hand: a colleague's item under a key, client ids never used, and two lines of one device. */
interface Hand {
  readonly key: string;
  readonly root: string;
  /** The colleague's item. */
  readonly theirs: { readonly client: number; readonly clock: number };
  /** A client id of the attacker's, and the one after it. */
  readonly own: number;
  readonly first: RawSocket;
  readonly second: RawSocket;
}

type Trick = (hand: Hand) => Promise<unknown>;

const deletedAfter = (client: number, clock: number, length: number) => [
  0x80 | 1,
  ...varint(client),
  ...varint(clock),
  ...varint(length),
];
const deletes = (client: number, clock: number, length: number) => [
  1,
  ...varint(client),
  1,
  ...varint(clock),
  ...varint(length),
];
const value = (words: string) => [1, 119, words.length, ...Buffer.from(words)];

const TRICKS: readonly (readonly [string, Trick])[] = [
  [
    "a deletion that comes as content stands after a colleague's item",
    ({ first, own, theirs }) =>
      first.update(handmade(own, 0, [deletedAfter(theirs.client, theirs.clock, 1)])),
  ],
  [
    "a deletion of three that comes as content stands after a colleague's item",
    ({ first, own, theirs }) =>
      first.update(handmade(own, 0, [deletedAfter(theirs.client, theirs.clock, 3)])),
  ],
  [
    "a deletion that comes as content names a colleague's key itself",
    ({ first, own, root, key }) => first.update(handmade(own, 0, [item(1, [1], root, key)])),
  ],
  [
    'a value and its deletion come in one update',
    ({ first, own, theirs }) =>
      first.update(handmade(own, 0, [after(theirs.client, theirs.clock)], deletes(own, 0, 1))),
  ],
  [
    'two values and a deletion as content come in one update',
    ({ first, own, theirs }) =>
      first.update(
        handmade(own, 0, [after(theirs.client, theirs.clock), after(own, 0), deletedAfter(own, 1, 2)]),
      ),
  ],
  [
    'a value of a new key and its deletion come in one update',
    ({ first, own, root }) =>
      first.update(handmade(own, 0, [item(8, WORD, root, `${own}`)], deletes(own, 0, 1))),
  ],
  [
    'a deletion begins in what is known and goes on beyond it',
    async ({ first, own, root, theirs }) => {
      await first.update(handmade(own, 0, [item(8, WORD, root, `${own}`)]));
      await first.update(handmade(own, 0, [deletedAfter(theirs.client, theirs.clock, 3)]));
    },
  ],
  [
    'what is known comes again under a colleague’s key',
    async ({ first, own, root, key }) => {
      await first.update(handmade(own, 0, [item(8, WORD, root, `${own}`)]));
      await first.update(handmade(own, 0, [item(8, WORD, root, key), after(own, 0)]));
    },
  ],
  [
    'what is known comes again standing on what nobody has',
    async ({ first, own, root }) => {
      await first.update(handmade(own, 0, [item(8, WORD, root, `${own}`)]));
      await first.update(handmade(own, 0, [after(own + 7, 5), after(own, 0)]));
    },
  ],
  [
    "garbage stands after a colleague's item",
    ({ first, own, theirs }) => first.update(handmade(own, 0, [after(theirs.client, theirs.clock), [0, 3]])),
  ],
  [
    "a delete set takes a colleague's item",
    ({ first, theirs }) => first.update(Uint8Array.from([0, ...deletes(theirs.client, theirs.clock, 1)])),
  ],
  [
    'one clock comes over two lines with two values',
    ({ first, second, own, root, key }) =>
      Promise.all([
        first.update(handmade(own, 0, [item(8, value('one'), root, key)])),
        second.update(handmade(own, 0, [item(8, value('two'), root, key)])),
      ]),
  ],
  [
    'one update comes over two lines at once',
    ({ first, second, own, theirs }) => {
      const update = handmade(own, 0, [after(theirs.client, theirs.clock)]);
      return Promise.all([first.update(update), second.update(update)]);
    },
  ],
  [
    'a deletion comes over the second line before its value is committed',
    ({ first, second, own, theirs }) =>
      Promise.all([
        first.update(handmade(own, 0, [after(theirs.client, theirs.clock)])),
        second.update(Uint8Array.from([0, ...deletes(own, 0, 1)])),
      ]),
  ],
  [
    'a new item stands on one that is deleted',
    async ({ first, own, theirs }) => {
      await first.update(Uint8Array.from([0, ...deletes(theirs.client, theirs.clock, 1)]));
      await first.update(handmade(own, 0, [after(theirs.client, theirs.clock)]));
    },
  ],
  [
    'an edit stands beside the newest and not on it',
    async ({ first, own, theirs }) => {
      await first.update(handmade(own + 1, 0, [after(theirs.client, theirs.clock)]));
      await first.update(handmade(own, 0, [after(theirs.client, theirs.clock)]));
    },
  ],
];

let tried = 0;

async function setUp(hub: HubUnderAttack, attacker: Person) {
  const [room, n] = [await hub.library(), ++tried];
  const key = `p${n}.${process.pid}`;
  const colleague = await hub.inRoom(hub.admin, room);
  const theirs = { client: hub.admin.joined.device * RANGE + 5000 + n, clock: 0 };
  const said = await colleague.update(handmade(theirs.client, 0, [item(8, WORD, 'items', key)]));
  if (said !== 'taken') throw new Error(`a colleague's item: ${said}`);
  const own = attacker.joined.device * RANGE + 5000 + n * 10;
  const lines = [await hub.inRoom(attacker, room), await hub.inRoom(attacker, room)] as const;
  return { room, key, root: 'items', theirs, own, first: lines[0], second: lines[1], colleague };
}

interface Version {
  readonly value: unknown;
}

/** What two lines bring in one turn goes out as one: a version may have stood between two that others saw. */
const AT_ONCE: readonly string[] = [
  'a deletion comes over the second line before its value is committed',
  'one update comes over two lines at once',
];
const isAtOnce = (trick: Trick) => TRICKS.some(([name, one]) => one === trick && AT_ONCE.includes(name));

function isPastOf(told: readonly unknown[], saw: readonly unknown[], trick: Trick): boolean {
  if (JSON.stringify(told) === JSON.stringify(saw)) return true;
  if (!isAtOnce(trick) || told.length > saw.length + 1) return false;
  // All that was seen, in its order, from the first to the last.
  let at = -1;
  const isIn = saw.every((one) => {
    at = told.findIndex((other, n) => n > at && JSON.stringify(other) === JSON.stringify(one));
    return at >= 0;
  });
  return isIn && JSON.stringify(told.at(-1)) === JSON.stringify(saw.at(-1));
}

/** History of a key is what somebody saw who was there all the time, and what stands is the last of it. */
async function isTold(at: Target, trick: Trick): Promise<string | null> {
  const hub = await at.shared();
  const hand = await setUp(hub, await oneOf(hub, 'member'));
  const looker = await hub.open(await oneOf(hub, 'viewer'), hand.room);
  const seen = watched(looker.doc);
  await trick(hand);
  const marker = `${hand.key}.end`;
  await hand.colleague.update(handmade(hand.theirs.client, 1, [item(8, WORD, 'items', marker)]));
  await until(() => looker.doc.getMap('items').has(marker), 'the last edit');
  const asked = { room: hand.room, root: 'items', key: hand.key };
  const { versions } = JSON.parse((await hub.post('/api/history', asked, hub.admin.token)).body);
  const told = (versions as Version[]).map((one) => one.value ?? null).reverse();
  const saw = ['v', ...seen.filter(({ key }) => key === hand.key).map((one) => one.value ?? null)];
  const stands = looker.doc.getMap('items').get(hand.key) ?? null;
  looker.close();
  if (!isPastOf(told, saw, trick))
    return `history tells ${JSON.stringify(told)}, a colleague saw ${JSON.stringify(saw)}`;
  return JSON.stringify(stands) === JSON.stringify(told.at(-1)) ? null : 'what stands is not the last of it';
}

/** A link that is declared and taken back in one update leads nobody. */
async function linkThatNeverStood(at: Target): Promise<string | null> {
  const hub = await at.shared();
  const member = await oneOf(hub, 'member');
  const link = await aLink();
  const own = member.joined.device * RANGE + 4000;
  const fields = Object.entries(link).flatMap(([name, part]) => [
    name.length,
    ...Buffer.from(name),
    ...(typeof part === 'string'
      ? [119, ...varint(Buffer.byteLength(part)), ...Buffer.from(part)]
      : typeof part === 'boolean'
        ? [part ? 120 : 121]
        : [125, part]),
  ]);
  const record = [1, 118, Object.keys(link).length, ...fields];
  const socket = await hub.inRoom(member, await hub.own(member));
  const update = handmade(own, 0, [item(8, record, 'links', link.id)], deletes(own, 0, 1));
  const said = await socket.update(update);
  const { status } = await hub.ask(`/${link.id}`);
  if (said === 'taken' && status === 404) return null;
  return `it was ${said}, and is answered with ${status}`;
}

/** Whether so many edits over a line are answered, or one was refused, which closes the room for the others. */
const isOver = ({ answers, ended }: RawSocket, edits: number) =>
  ended !== '' || answers.length >= edits || answers.some((one) => one.startsWith('closed'));

/** Thirty edits of one device over two lines, none of which waits for the other. */
async function twoLines(at: Target): Promise<string | null> {
  return isTold(at, async ({ first, second, own, theirs, root, key }) => {
    for (let n = 0; n < 30; n += 1) {
      const line = n % 2 === 0 ? first : second;
      const one = n === 0 ? after(theirs.client, theirs.clock) : after(own, n - 1);
      line.send(message(await roomOf(at), 0, 2, handmade(own, n, [one])));
    }
    second.send(message(await roomOf(at), 0, 2, handmade(own + 1, 0, [item(8, WORD, root, key)])));
    // All of it, or the end of a line: what is let in behind the marker is in the history, and not seen yet.
    await until(() => isOver(first, 15) && isOver(second, 16), 'an answer to each edit');
  });
}

const roomOf = async (at: Target) => (await at.shared()).library();

export const pastAttacks: readonly Attack[] = [
  ...TRICKS.map(([name, trick]): Attack => ({ area: 'rooms', name, run: (at) => isTold(at, trick) })),
  { area: 'rooms', name: 'a link is declared and taken back in one update', run: linkThatNeverStood },
  { area: 'rooms', name: 'edits of one device come over two lines in turn', run: twoLines },
];

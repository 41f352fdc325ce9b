import type { Doc } from 'yjs';
import { roomNamed, type Writers } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';
import { headsOf } from '../store/versions.ts';
import { turn } from '../turn.ts';

/** Rooms in which what an item once said of its author may still stand. */
const OF_PEOPLE: readonly Writers[] = ['member', 'manager'];
/** What an export that waits for its reader may hold: a room as text, at most so large as it is admitted. */
export const EXPORT_HOLDS = 8 << 20;
/** Characters that are handed over at once. */
const PIECE = 64 << 10;

/**
 * Everything that all members of a team read, as plain values by room and root, for an admin to take away, with whoever
 * wrote what by the hub's own rows. A member's own room is not theirs to take. JSON in parts, one room at a time in memory:
 * who takes it slowly holds no more of the hub.
 */
export async function* exportTeam(hub: Hub): AsyncGenerator<string> {
  const members = hub.people
    .all()
    .map(({ id, role, at, removed }) => ({ id, name: hub.people.displayName(id), role, at, removed }));
  const head = JSON.stringify({ format: 1, at: hub.now(), team: hub.team.shown, members });
  const rooms = await roomsOf(hub);
  yield `${head.slice(0, -1)},"rooms":`;
  yield* object(rooms, ({ name, isOfPeople }) => roomText(hub, name, isOfPeople));
  yield ',"authors":';
  const ofPeople = rooms.filter(({ isOfPeople }) => isOfPeople);
  yield* object(ofPeople, async ({ name }) => mapText(await authorsOf(hub, name)));
  yield '}';
}

interface Room {
  readonly name: string;
  readonly isOfPeople: boolean;
}

/** An object by rooms; of each the text is made when it is its turn. */
async function* object(
  rooms: readonly Room[],
  textOf: (room: Room) => Promise<string>,
): AsyncGenerator<string> {
  yield '{';
  for (const [n, room] of rooms.entries()) {
    // The store answers within a turn: many small rooms would be read in one.
    await turn();
    yield `${n > 0 ? ',' : ''}${JSON.stringify(room.name)}:`;
    const text = await textOf(room);
    yield* pieces(text);
  }
  yield '}';
}

/** A text in pieces that each hold whole characters: they are turned into bytes one by one. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isCut = /[\ud800-\udbff]/.test(text.charAt(at + PIECE - 1));
    const end = at + PIECE - (isCut ? 1 : 0);
    yield text.slice(at, end);
    at = end;
  }
}

async function roomsOf(hub: Hub): Promise<Room[]> {
  // Results have no past, and stand in the log alone.
  const names = await hub.db
    .selectFrom('version')
    .select('room')
    .union(hub.db.selectFrom('log').select('room'))
    .union(hub.db.selectFrom('snapshot').select('room'))
    .execute();
  return names.flatMap(({ room }) => {
    const declaration = roomNamed(hub.rooms, room)?.declaration;
    if (declaration?.reads !== 'member') return [];
    return [{ name: room, isOfPeople: OF_PEOPLE.includes(declaration.writes) }];
  });
}

async function roomText(hub: Hub, name: string, isOfPeople: boolean): Promise<string> {
  const doc = await hub.roomLog.read(name);
  try {
    return textOfDoc(doc, isOfPeople);
  } finally {
    doc.destroy();
  }
}

function textOfDoc(doc: Doc, isOfPeople: boolean): string {
  const roots = [...doc.share.keys()].map((root): [string, string] => {
    const items = [...doc.getMap<unknown>(root).entries()];
    return [root, fields(items.map(([key, value]) => [key, isOfPeople ? withoutBy(value) : value]))];
  });
  return `{${roots.map(([root, text]) => `${JSON.stringify(root)}:${text}`).join(',')}}`;
}

/** What older devices wrote of an item's author is no record of it. */
function withoutBy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { by: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return rest;
}

/** An object as text by its names and values: names come from outside, and one may be `__proto__`. */
function fields(entries: readonly (readonly [string, unknown])[]): string {
  const whole = entries.filter(([, value]) => value !== undefined);
  return `{${whole.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
}

interface Authors {
  readonly first: string;
  readonly last: string;
  readonly at: number;
}

type ByRoot = ReadonlyMap<string, ReadonlyMap<string, Authors>>;

const mapText = (roots: ByRoot) =>
  `{${[...roots].map(([root, keys]) => `${JSON.stringify(root)}:${fields([...keys])}`).join(',')}}`;

/** Members who began an item and who wrote it last, and when, by root and key. */
async function authorsOf(hub: Hub, room: string): Promise<ByRoot> {
  const roots = new Map<string, Map<string, Authors>>();
  for await (const heads of headsOf(hub.db, room))
    for (const { root, key, member, at } of heads) {
      const keys = roots.get(root) ?? new Map<string, Authors>();
      roots.set(root, keys.set(key, { first: keys.get(key)?.first ?? member, last: member, at }));
    }
  return roots;
}

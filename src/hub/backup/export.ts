import type { Doc } from 'yjs';
import type { WriterClass } from '../../workspace/room.ts';
import type { HubContext } from '../context.ts';
import { headsOf } from '../store/versions.ts';
import { turn } from '../turn.ts';

/** Rooms whose items may still name an author in a field, as older devices wrote it. */
const OF_PEOPLE: readonly WriterClass[] = ['member', 'manager'];
/** Memory of an export that waits for its reader: one room as text, whose size admission limits. */
export const EXPORT_HOLDS = 8 << 20;
/** Characters per piece. */
const PIECE = 64 << 10;

/**
 * Exports everything that all members of a team can read, for an admin: plain values by room and root, with the authors of
 * record. Members' own rooms are not included. The JSON is streamed with one room at a time in memory, however slowly it is
 * read.
 */
export async function* exportTeam(hub: HubContext): AsyncGenerator<string> {
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

/** A JSON object keyed by room; each room's text is produced only when its turn comes. */
async function* object(
  rooms: readonly Room[],
  textOf: (room: Room) => Promise<string>,
): AsyncGenerator<string> {
  yield '{';
  for (const [n, room] of rooms.entries()) {
    // SQLite reads are synchronous, so without this many small rooms would block one turn of the event loop.
    await turn();
    yield `${n > 0 ? ',' : ''}${JSON.stringify(room.name)}:`;
    const text = await textOf(room);
    yield* pieces(text);
  }
  yield '}';
}

/** Splits a text without cutting surrogate pairs, since each piece is encoded on its own. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isCut = /[\ud800-\udbff]/.test(text.charAt(at + PIECE - 1));
    const end = at + PIECE - (isCut ? 1 : 0);
    yield text.slice(at, end);
    at = end;
  }
}

async function roomsOf(hub: HubContext): Promise<Room[]> {
  return (await hub.rooms.all())
    .filter(({ declaration }) => declaration.reads === 'member')
    .map(({ name, declaration }) => ({ name, isOfPeople: OF_PEOPLE.includes(declaration.writes) }));
}

async function roomText(hub: HubContext, name: string, isOfPeople: boolean): Promise<string> {
  const doc = await hub.rooms.log.read(name);
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

/** Removes the author that older devices wrote into an item, which is not the author of record. */
function withoutBy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { by: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return rest;
}

/** JSON of an object from its entries; keys come from outside, and one may be `__proto__`. */
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

/** Who created each item, who wrote it last and when, by root and key. */
async function authorsOf(hub: HubContext, room: string): Promise<ByRoot> {
  const roots = new Map<string, Map<string, Authors>>();
  for await (const heads of headsOf(hub.db, room))
    for (const { root, key, member, at } of heads) {
      const keys = roots.get(root) ?? new Map<string, Authors>();
      roots.set(root, keys.set(key, { first: keys.get(key)?.first ?? member, last: member, at }));
    }
  return roots;
}

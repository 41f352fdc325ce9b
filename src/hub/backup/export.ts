import type { Doc } from 'yjs';
import { roomNamed, type Writers } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';

/** Rooms in which what an item once said of its author may still stand. */
const OF_PEOPLE: readonly Writers[] = ['member', 'manager'];

/**
 * Everything that all members of a team read, as plain values by room and root, for an admin to take away, with whoever
 * wrote what by the hub's own rows. A member's own room is not theirs to take.
 */
export async function exportTeam(hub: Hub) {
  const [rooms, authors]: [[string, unknown][], [string, unknown][]] = [[], []];
  for (const name of await roomsOf(hub)) {
    const declaration = roomNamed(hub.rooms, name)?.declaration;
    if (declaration?.reads !== 'member') continue;
    const isOfPeople = OF_PEOPLE.includes(declaration.writes);
    const doc = await hub.roomLog.read(name);
    rooms.push([name, valuesOf(doc, isOfPeople)]);
    doc.destroy();
    if (isOfPeople) authors.push([name, await authorsOf(hub, name)]);
  }
  const members = hub.people
    .all()
    .map(({ id, role, at, removed }) => ({ id, name: hub.people.shownName(id), role, at, removed }));
  const all = { rooms: Object.fromEntries(rooms), authors: Object.fromEntries(authors) };
  return { format: 1, at: hub.now(), team: hub.team.shown, members, ...all };
}

async function roomsOf(hub: Hub): Promise<string[]> {
  // Results have no past, and stand in the log alone.
  const names = await hub.db
    .selectFrom('version')
    .select('room')
    .union(hub.db.selectFrom('log').select('room'))
    .union(hub.db.selectFrom('snapshot').select('room'))
    .execute();
  return names.map(({ room }) => room);
}

function valuesOf(doc: Doc, isOfPeople: boolean): Record<string, Record<string, unknown>> {
  const values = (root: string): [string, unknown][] => [...doc.getMap<unknown>(root).entries()];
  const plain = (all: [string, unknown][]) =>
    isOfPeople ? all.map(([key, value]): [string, unknown] => [key, withoutBy(value)]) : all;
  return Object.fromEntries(
    [...doc.share.keys()].map((root) => [root, Object.fromEntries(plain(values(root)))]),
  );
}

/** What older devices wrote of an item's author is no record of it. */
function withoutBy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { by: _, ...rest } = value as Readonly<Record<string, unknown>>;
  return rest;
}

interface Authors {
  readonly first: string;
  readonly last: string;
  readonly at: number;
}

/** Members who began an item and who wrote it last, and when, by root and key. */
async function authorsOf(hub: Hub, room: string): Promise<Record<string, Record<string, Authors>>> {
  const rows = await hub.db
    .selectFrom('version')
    .select(['root', 'key', 'member', 'at'])
    .where('room', '=', room)
    .orderBy('seq')
    .orderBy('part')
    .execute();
  const roots = new Map<string, Map<string, Authors>>();
  for (const { root, key, member, at } of rows) {
    const keys = roots.get(root) ?? new Map<string, Authors>();
    roots.set(root, keys.set(key, { first: keys.get(key)?.first ?? member, last: member, at: Number(at) }));
  }
  return Object.fromEntries([...roots].map(([root, keys]) => [root, Object.fromEntries(keys)]));
}

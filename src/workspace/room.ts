import type * as z from 'zod/mini';
import type { PlainKey } from '../i18n/translate.ts';
import { partOf, wholeOf } from './rooms/parts.ts';

/** The parts of a room's name after its kind, in this order: owner and month. */
export type RoomPart = 'owner' | 'month';

/** A room's single class of writers. The hub enforces it; the browser checks the same rule first. */
export type WriterClass = 'hub' | 'manager' | 'member' | 'owner';

export type Role = 'admin' | 'manager' | 'member' | 'viewer';

/**
 * A kind of room as the capability that owns it declares it: one document that a team shares. What is written into a room is
 * what leaves the device, so a room without a purpose cannot exist.
 */
export interface RoomKind {
  readonly kind: string;
  readonly parts: readonly RoomPart[];
  readonly writes: WriterClass;
  readonly reads: 'member' | 'owner';
  /** Key of the message that tells the person what the room is for. */
  readonly purpose: PlainKey;
  /** Days until it is deleted, or `always`. */
  readonly keep: number | 'always';
  /** Whether this device writes into it at all, which is to say: whether anything leaves by it. */
  readonly leaves: boolean;
}

/** A root in rooms of one kind, as the capability that owns it declares it: a map of plain JSON values by random id. */
export interface RootDeclaration<Item = unknown> {
  /** The kind of the rooms it is in; another capability may have declared that. */
  readonly room: string;
  readonly name: string;
  /** What an item is. */
  readonly item: z.ZodMiniType<Item>;
}

/** A kind of room with all roots that capabilities declare in it; other roots are refused. */
export interface RoomDeclaration extends RoomKind {
  /** The schema of an item, by the name of its root. */
  readonly roots: ReadonlyMap<string, z.ZodMiniType>;
}

/** A room that is named: its declaration and what its name says. */
export interface Room {
  readonly name: string;
  readonly declaration: RoomDeclaration;
  /** Which part of it, from 1. */
  readonly part: number;
  readonly owner?: string;
  readonly month?: string;
}

/** A member and their role, always from the hub's own rows and never from what a client claims. */
export interface Who {
  readonly member: string;
  readonly role: Role;
}

/** The size of each device's range of Yjs client ids, by which an item's author follows from its client id. */
export const RANGE = 2 ** 20;

/** The number of the device that a client id belongs to; 0 is the hub. */
export const deviceOfClient = (client: number): number => Math.floor(client / RANGE);

/** A month, e.g. 2026-11: of UTC, as rooms are cut. */
export const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

const PARTS: Record<RoomPart, RegExp> = {
  owner: /^[A-Za-z0-9_-]{1,40}$/,
  month: MONTH,
};
const DAY = 86_400_000;

/** Declares a kind of room. */
export function room<const Declaration extends RoomKind>(declaration: Declaration): Declaration {
  return declaration;
}

/** Declares a root; the type of its items follows from their schema. */
export function root<const Name extends string, Item>(
  declaration: RootDeclaration<Item> & { readonly name: Name },
): RootDeclaration<Item> & { readonly name: Name } {
  return declaration;
}

/** Kinds of rooms with their roots. Throws where a root is in a room of no kind, or is declared twice: both are mistakes. */
export function roomsWith(
  kinds: readonly RoomKind[],
  roots: readonly RootDeclaration[],
): readonly RoomDeclaration[] {
  const byKind = new Map(kinds.map(({ kind }) => [kind, new Map<string, z.ZodMiniType>()]));
  for (const { room: kind, name, item } of roots) {
    const declared = byKind.get(kind);
    if (!declared || declared.has(name)) throw new Error(`root ${name} of ${kind}: no such room, or twice`);
    declared.set(name, item);
  }
  return kinds.map((one) => ({ ...one, roots: byKind.get(one.kind) ?? new Map() }));
}

/** The room of that name, or null where no declared kind has such a name: nothing else is ever opened. */
export function roomNamed(declarations: readonly RoomDeclaration[], name: string): Room | null {
  const part = partOf(name);
  const [kind, ...values] = wholeOf(name).split('/');
  const declaration = declarations.find((one) => one.kind === kind);
  if (!declaration || values.length !== declaration.parts.length) return null;
  // What the hub alone writes is bounded by what it counts.
  if (part > 1 && declaration.writes === 'hub') return null;
  if (!declaration.parts.every((part, at) => PARTS[part].test(values[at] ?? ''))) return null;
  const named = Object.fromEntries(declaration.parts.map((part, at) => [part, values[at] ?? '']));
  return { name, declaration, part, ...named };
}

/** The name of a room of a kind. */
export const roomName = <Part extends RoomPart>(
  { kind, parts }: { readonly kind: string; readonly parts: readonly Part[] },
  values: Readonly<Record<Part, string>>,
): string => [kind, ...parts.map((part) => values[part])].join('/');

/** Whether a role leads the team: it decides, invites, and sees how the hub stands. */
export const isLeader = (role: Role): boolean => role === 'admin' || role === 'manager';

/** Whether a member may write into a room. A viewer writes nothing; rooms of the hub are written by no member. */
export function mayWrite({ declaration, owner }: Room, { member, role }: Who): boolean {
  if (role === 'viewer' || declaration.writes === 'hub') return false;
  if (declaration.writes === 'manager') return isLeader(role);
  return declaration.writes === 'member' || owner === member;
}

/** Whether a member may read a room; their managers do not read what is theirs alone. */
export function mayRead({ declaration, owner }: Room, { member }: Who): boolean {
  return declaration.reads === 'member' || owner === member;
}

/** The month of a moment, by the clock of the hub and in UTC, so that all devices agree on it. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

/** When a month begins, UTC ms. */
export const monthStart = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);

/** When a month ends and the next begins, UTC ms. */
export const monthEnd = (month: string): number => monthStart(monthAfter(month));

/** The month after a month. */
export const monthAfter = (month: string): string => monthOf(monthStart(month) + 31 * DAY);

/** The month before a month. */
export const monthBefore = (month: string): string => monthOf(monthStart(month) - 1);

/** Whether a month has begun for the hub, with a day's tolerance for clocks that are ahead. */
export function isOpened({ month }: Room, now: number): boolean {
  return month === undefined || month <= monthOf(now + DAY);
}

import * as capabilities from '../capabilities.ts';
import type { Capability } from '../workspace/capability.ts';
import type { MessageDeclaration, TableDeclaration } from '../workspace/declare.ts';
import { inOrder } from '../workspace/in-order.ts';
import { roomsWith } from '../workspace/room.ts';

/** Every capability, in the order in which they stand on screens. */
export const CAPABILITIES: readonly Capability[] = inOrder(Object.values<Capability>(capabilities));

/** Every table of the diary. */
export const TABLES: readonly TableDeclaration[] = CAPABILITIES.flatMap(({ tables = [] }) => tables);

/** The title of each table, by its name. */
export const TABLE_TITLES = Object.fromEntries(TABLES.map(({ name, title }) => [name, title]));

/** Every message between contexts. */
export const MESSAGES: readonly MessageDeclaration[] = CAPABILITIES.flatMap(({ messages = [] }) => messages);

/** Every kind of room, with its roots. */
export const ROOMS = roomsWith(
  CAPABILITIES.flatMap(({ rooms = [] }) => rooms),
  CAPABILITIES.flatMap(({ roots = [] }) => roots),
);

import * as z from 'zod/mini';
import type { HubCapability } from '../../../src/hub/capability.ts';
import type { RoomDeclaration } from '../../../src/workspace/room.ts';

/**
 * Capabilities whose roots take any JSON. What admission, rooms and history do with a value does not depend on what an item
 * is; that items are checked by their schemas has tests of its own.
 */
export const anyItems = (capabilities: readonly HubCapability[]): readonly HubCapability[] =>
  capabilities.map(({ roots = [], ...rest }) => ({
    ...rest,
    roots: roots.map((root) => ({ ...root, item: z.unknown() })),
  }));

/** The same of rooms. */
export const withAnyItems = (rooms: readonly RoomDeclaration[]): readonly RoomDeclaration[] =>
  rooms.map(({ roots, ...rest }) => ({
    ...rest,
    roots: new Map([...roots.keys()].map((name) => [name, z.unknown()])),
  }));

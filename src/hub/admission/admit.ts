import type * as Y from 'yjs';
import { decodeUpdate } from './decode.ts';
import { deletedItems, keepToOwn } from './deletions.ts';
import { addedItems } from './items.ts';
import type { Place } from './known-clocks.ts';
import type { Refusal } from './refusal.ts';

/** What a room lets in. */
export interface Terms {
  readonly roots: readonly string[];
  /** Whether a device may overwrite and delete what another wrote. */
  readonly others: boolean;
  readonly bytes: number;
}

/** A change as history keeps it: no value where it was deleted. */
export interface Change {
  readonly root: string;
  readonly key: string;
  readonly value?: unknown;
}

/** What was let in: what changed by it for everybody, and the update that brings exactly that. */
export interface Written {
  readonly changes: readonly Change[];
  readonly bytes: Uint8Array;
}

/** `written`: null where the room knows all of it already. */
export type Admission =
  | { readonly ok: true; readonly written: Written | null }
  | { readonly ok: false; readonly reason: Refusal };

/** What an update would touch. Throws a RefusedError where it may not be let in. The room is only read. */
export function touchedBy(
  update: Uint8Array,
  doc: Y.Doc,
  device: number,
  { roots, others, bytes }: Terms,
): readonly Place[] {
  const read = decodeUpdate(update, bytes, device);
  const known = addedItems(read, doc, device, roots);
  const gone = deletedItems(read, doc, known);
  if (!others) keepToOwn(gone, doc, known, device);
  const places = [...known.added, ...gone].map(({ root, key }) => [`${root} ${key}`, { root, key }] as const);
  return [...new Map(places).values()];
}

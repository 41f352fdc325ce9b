import type * as Y from 'yjs';
import { decodeUpdate } from './decode.ts';
import { deletedItems, keepToOwn } from './deletions.ts';
import { addedItems, type ItemTerms } from './items.ts';
import type { ItemKey } from './known-clocks.ts';
import type { Refusal } from './refusal.ts';

/** The rules of a room's admission. */
export interface Terms extends ItemTerms {
  /** Whether a device may overwrite and delete what another wrote. */
  readonly others: boolean;
  readonly bytes: number;
}

/** A change as the history records it; without a value if the item was deleted. */
export interface ItemChange {
  readonly root: string;
  readonly key: string;
  readonly value?: unknown;
}

/** An admitted update: the changes that everybody sees, and the update that carries exactly those. */
export interface Written {
  readonly changes: readonly ItemChange[];
  readonly bytes: Uint8Array;
}

/** `written`: null if the room knows all of it already. */
export type Admission =
  | { readonly ok: true; readonly written: Written | null }
  | { readonly ok: false; readonly reason: Refusal };

/** The items that an update would change. Throws a RefusedError if it must not be admitted. Only reads the room. */
export function touchedBy(
  update: Uint8Array,
  doc: Y.Doc,
  device: number,
  { roots, isItem, others, bytes }: Terms,
): readonly ItemKey[] {
  const read = decodeUpdate(update, bytes, device);
  const known = addedItems(read, doc, { roots, isItem });
  const gone = deletedItems(read, doc, known);
  if (!others) keepToOwn(gone, doc, known, device);
  const keys = [...known.added, ...gone].map(({ root, key }) => [`${root} ${key}`, { root, key }] as const);
  return [...new Map(keys).values()];
}

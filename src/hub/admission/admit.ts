import type * as Y from 'yjs';
import { decoded } from './decoded.ts';
import { deletedItems, type Gone, keepToOwn } from './deleted.ts';
import { addedItems, type Known } from './items.ts';
import { type Refusal, RefusedError } from './refusal.ts';

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

export type Admission =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly news: boolean }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * Judges an update before it is logged: once in the log it is applied whatever it is, here, at every load and at every
 * colleague. Pure: the room is only read.
 */
export function admit(update: Uint8Array, doc: Y.Doc, device: number, terms: Terms): Admission {
  try {
    const read = decoded(update, terms.bytes);
    const known = addedItems(read, doc, device, terms.roots);
    const gone = deletedItems(read, doc, known);
    if (!terms.others) keepToOwn(gone, doc, known, device);
    return { ok: true, ...told(known, gone) };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, reason: error.reason };
    // Whatever a crafted update made throw, it is the update that is wrong, and the hub goes on.
    return { ok: false, reason: 'malformed' };
  }
}

/** What is new by it. What the room knows already is sent again by honest devices, and is not logged again. */
function told(known: Known, gone: readonly Gone[]): { changes: Change[]; news: boolean } {
  const fresh = known.added.filter((one) => one.clock + one.length > known.before(one.client));
  const written = fresh.filter((one) => !one.deleted).map(({ root, key, value }) => ({ root, key, value }));
  const keys = new Set(written.map(({ root, key }) => `${root}/${key}`));
  const emptied = new Map(gone.map(({ root, key }) => [`${root}/${key}`, { root, key }]));
  const deleted = [...emptied].filter(([name]) => !keys.has(name)).map(([, place]) => place);
  return { changes: [...written, ...deleted], news: fresh.length + gone.length > 0 };
}

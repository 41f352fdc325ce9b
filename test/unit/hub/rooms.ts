import * as Y from 'yjs';
import type { Terms } from '../../../src/hub/admission/admit.ts';
import { PendingRoom } from '../../../src/hub/admission/pending-room.ts';

export { all, handmade, replica, varint } from '../../attack/crafted.ts';

export const TERMS: Terms = {
  roots: ['items', 'comments'],
  isItem: () => true,
  others: true,
  bytes: 1 << 20,
};

/** A hub's room that takes what is admitted; what was answered. */
export function hubRoom(terms = TERMS) {
  const doc = new Y.Doc();
  let ahead = new PendingRoom(doc);
  const offer = (update: Uint8Array, device: number) => {
    if (ahead.isBroken) ahead = new PendingRoom(doc);
    const answer = ahead.admit(update, device, terms);
    if (!answer.ok) return answer;
    if (answer.written) Y.applyUpdate(doc, answer.written.bytes);
    return { ok: true as const, news: answer.written !== null, changes: answer.written?.changes ?? [] };
  };
  return { doc, offer };
}

import * as Y from 'yjs';
import { admit, type Terms } from '../../../src/hub/admission/admit.ts';

export { all, handmade, replica, varint } from '../../attack/crafted.ts';

export const TERMS: Terms = { roots: ['items', 'comments'], others: true, bytes: 1 << 20 };

/** A hub's room that takes what is admitted; what was answered. */
export function hubRoom(terms = TERMS) {
  const doc = new Y.Doc();
  const judge = (update: Uint8Array, device: number) => admit(update, doc, device, terms);
  const offer = (update: Uint8Array, device: number) => {
    const answer = judge(update, device);
    if (answer.ok) Y.applyUpdate(doc, update);
    return answer;
  };
  return { doc, judge, offer };
}

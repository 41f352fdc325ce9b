import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RANGE } from '../../../src/workspace/room.ts';
import { BAD_UPDATES, colleagues } from '../../attack/bad-updates.ts';
import { all, hubRoom, replica, TERMS, varint } from './rooms.ts';

const ANN = 3;
const BOB = 4;
const bob = BOB * RANGE + 1;
const items = (doc: Y.Doc) => doc.getMap<unknown>('items');

/** A room in which Bob wrote three things, of which one is deleted. */
function roomOfBob(terms = TERMS) {
  const room = hubRoom(terms);
  const doc = replica(BOB);
  colleagues(doc);
  expect(room.offer(all(doc), BOB).ok).toBe(true);
  return room;
}

describe('an attack on a room', () => {
  it.each(BAD_UPDATES)('by $name is refused: $reason', ({ reason, bytes }) => {
    const room = roomOfBob();
    const before = all(room.doc);
    expect(room.offer(bytes({ device: ANN, colleague: BOB }), ANN)).toEqual({ ok: false, reason });
    expect(all(room.doc)).toEqual(before);
  });

  it("by overwriting or deleting a colleague's is refused where each keeps to their own", () => {
    const room = roomOfBob({ ...TERMS, others: false });
    const offers = (change: (doc: Y.Doc) => void) => {
      const doc = replica(ANN);
      Y.applyUpdate(doc, all(room.doc));
      change(doc);
      return room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN);
    };
    expect(offers((doc) => items(doc).set('a', 9))).toEqual({ ok: false, reason: 'others-item' });
    expect(offers((doc) => items(doc).delete('a'))).toEqual({ ok: false, reason: 'others-item' });
    expect(offers((doc) => items(doc).set('mine', 9)).ok).toBe(true);
    expect(items(room.doc).toJSON()).toEqual({ a: 1, b: 2, mine: 9 });
  });
});

describe('an honest update', () => {
  it('says what changed, a deletion without a value', () => {
    const room = roomOfBob();
    const doc = replica(ANN);
    Y.applyUpdate(doc, all(room.doc));
    items(doc).set('a', { title: 'tea' });
    items(doc).delete('b');
    expect(room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN)).toEqual({
      ok: true,
      news: true,
      changes: [
        { root: 'items', key: 'a', value: { title: 'tea' } },
        { root: 'items', key: 'b' },
      ],
    });
  });

  it('that only deletes is news; the same once more is none', () => {
    const room = roomOfBob();
    const only = Uint8Array.from([0, 1, ...varint(bob), 1, 0, 1]);
    const changes = [{ root: 'items', key: 'a' }];
    expect(room.offer(only, ANN)).toEqual({ ok: true, news: true, changes });
    expect(room.offer(only, ANN)).toEqual({ ok: true, news: false, changes: [] });
  });

  it('of many edits of one key, deleted and merged by Yjs, is let in whole and in parts', () => {
    const room = hubRoom();
    const doc = replica(ANN);
    for (let at = 0; at < 20; at++) items(doc).set('k', at);
    expect(room.offer(all(doc), ANN).ok).toBe(true);
    for (let at = 0; at < 20; at++) items(doc).set('k', -at);
    items(doc).delete('k');
    expect(room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), ANN).ok).toBe(true);
    expect(items(room.doc).toJSON()).toEqual({});
  });
});

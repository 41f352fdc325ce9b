import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { PendingRoom } from '../../../../src/hub/admission/pending-room.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { handmade, item, varint, WORD } from '../../../attack/crafted.ts';
import { TERMS } from '../rooms.ts';

const BOB = 4;
const bob = BOB * RANGE;
const DEVICE = 3;
const own = DEVICE * RANGE;

/** A room in which Bob wrote so many items, each under a key of its own. */
function roomOfBob(count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = bob;
  doc.transact(() => {
    for (let at = 0; at < count; at += 1) doc.getMap('items').set(`k${at}`, at);
  });
  return doc;
}
type Range = readonly [clock: number, length: number];
const deleting = (...ranges: readonly Range[]) =>
  Uint8Array.from([0, 1, ...varint(bob), ...varint(ranges.length), ...ranges.flat().flatMap(varint)]);
const offered = (doc: Y.Doc, update: Uint8Array, terms = TERMS) => {
  const answer = new PendingRoom(doc).admit(update, DEVICE, terms);
  return answer.ok ? (answer.written?.changes.map(({ key }) => key) ?? []) : answer.reason;
};

describe('a deletion', () => {
  it('is of the items in its range, and of no other', () => {
    const doc = roomOfBob(5);
    expect(offered(doc, deleting([0, 1]))).toEqual(['k0']);
    expect(offered(doc, deleting([1, 3]))).toEqual(['k1', 'k2', 'k3']);
    expect(offered(doc, deleting([0, 1], [1, 1], [4, 1]))).toEqual(['k0', 'k1', 'k4']);
    expect(offered(doc, deleting([0, 5]))).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
  });

  it('reaches no further than what is known, and is of something', () => {
    const doc = roomOfBob(2);
    expect([offered(doc, deleting([1, 1])), offered(doc, deleting([1, 2]))]).toEqual([
      ['k1'],
      'future-delete',
    ]);
    expect(offered(doc, deleting([2, 1]))).toBe('future-delete');
    expect(offered(doc, deleting([1, 0]))).toBe('future-delete');
  });

  it('comes in order, and once', () => {
    const doc = roomOfBob(5);
    expect(offered(doc, deleting([2, 2], [1, 1]))).toBe('malformed');
    expect(offered(doc, deleting([2, 2], [3, 1]))).toBe('malformed');
  });

  it('may be of what the same update writes', () => {
    const update = handmade(
      own,
      0,
      [item(8, WORD), item(8, WORD, 'items', 'j')],
      [1, ...varint(own), 1, 0, 1],
    );
    expect(offered(new Y.Doc(), update)).toEqual(['j']);
  });

  it('is of 6,000 items at once, and not of one more', () => {
    const doc = roomOfBob(6001);
    expect(offered(doc, deleting([0, 6000]))).toHaveLength(6000);
    expect(offered(doc, deleting([0, 6001]))).toBe('oversize');
    expect(offered(doc, deleting([0, 3000], [3001, 3000]))).toHaveLength(6000);
  });

  it('is counted by what it deletes, and not by what stands behind it', () => {
    const scattered = Array.from({ length: 100 }, (_, at) => [at * 2, 1] as const);
    expect(offered(roomOfBob(4000), deleting(...scattered))).toHaveLength(100);
  });
});

describe('where each device changes its own alone', () => {
  const terms = { ...TERMS, others: false };

  it('its own may be overwritten and deleted', () => {
    const doc = roomOfBob(1);
    Y.applyUpdate(doc, handmade(own, 0, [item(8, WORD)]));
    expect(offered(doc, handmade(own, 1, [[0x80 | 8, ...varint(own), 0, ...WORD]]), terms)).toEqual(['k']);
    expect(offered(doc, Uint8Array.from([0, 1, ...varint(own), 1, 0, 1]), terms)).toEqual(['k']);
  });

  it('another’s is not deleted along with its own', () => {
    const doc = roomOfBob(1);
    Y.applyUpdate(doc, handmade(own, 0, [item(8, WORD)]));
    const both = Uint8Array.from([0, 2, ...varint(bob), 1, 0, 1, ...varint(own), 1, 0, 1]);
    expect(offered(doc, both, terms)).toBe('others-item');
  });

  it('another’s is not overwritten along with something new', () => {
    const update = handmade(own, 0, [item(8, WORD), item(8, WORD, 'items', 'k0')]);
    expect(offered(roomOfBob(1), update, terms)).toBe('others-item');
  });
});

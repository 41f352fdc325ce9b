import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Terms } from '../../../../src/hub/admission/admit.ts';
import { PendingRoom } from '../../../../src/hub/admission/pending-room.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { after as behind, handmade, item, textBytes, varint, WORD } from '../../../attack/crafted.ts';
import { all, hubRoom, replica, TERMS } from '../rooms.ts';

const DEVICE = 3;
const own = DEVICE * RANGE;
const offered = (update: Uint8Array, terms?: Terms, room = hubRoom(terms)) => {
  const answer = room.offer(update, DEVICE);
  return answer.ok ? 'ok' : answer.reason;
};
const value = (bytes: readonly number[]) => offered(handmade(own, 0, [item(8, [1, ...bytes])]));
const set = (one: unknown) => {
  const doc = replica(DEVICE);
  doc.getMap('items').set('k', one);
  return offered(all(doc));
};
const nested = (depth: number, around: (inner: unknown) => unknown): unknown => {
  let inner: unknown = 1;
  for (let at = 0; at < depth; at += 1) inner = around(inner);
  return inner;
};

describe('a value', () => {
  it.each([
    ['nothing', null],
    ['no', false],
    ['yes', true],
    ['a text', 'tea'],
    ['no text', ''],
    ['zero', 0],
    ['a number', 1.5],
    ['a number of eight bytes', 0.1],
    ['an empty list', []],
    ['an empty object', {}],
    ['a list', [1, 'tea', null, [true]]],
    ['an object', { a: 1, b: { c: [null] } }],
  ])('is let in where it is JSON: %s', (_, one) => {
    expect(set(one)).toBe('ok');
  });

  it.each([
    ['undefined in a list', [117, 2, 126, 127]],
    ['undefined in an object', [118, 2, ...textBytes('a'), 126, ...textBytes('b'), 127]],
    ['a big number', [122, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['a number that is none', [123, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0]],
  ])('is refused where it is not: %s', (_, bytes) => {
    expect(value(bytes)).toBe('value');
  });

  it('is let in to a depth of 16, of lists as of objects', () => {
    for (const around of [(inner: unknown) => [inner], (inner: unknown) => ({ a: inner })])
      expect([set(nested(16, around)), set(nested(17, around))]).toEqual(['ok', 'value']);
  });
});

describe('an item', () => {
  it('has a clock below 2^31, to its last place', () => {
    const deleted = (length: number) => offered(handmade(own, 0, [item(1, varint(length))]));
    expect([deleted(2 ** 31 - 1), deleted(2 ** 31)]).toEqual(['ok', 'future-clock']);
  });

  it('is not empty', () => {
    expect(offered(handmade(own, 0, [item(1, varint(0))]))).toBe('future-clock');
    expect(offered(handmade(own, 0, [item(8, [0])]))).toBe('future-clock');
  });

  it('is not below another item, whatever it calls itself', () => {
    const below = [0x20 | 8, 0, ...varint(own), 0, ...textBytes('k'), ...WORD];
    expect(offered(handmade(own, 0, [item(8, WORD), below]))).toBe('root');
  });

  it('has no right end', () => {
    const between = [0xc0 | 8, ...varint(own), 0, ...varint(own), 1, ...WORD];
    expect(offered(handmade(own, 0, [item(8, WORD), behind(own, 0), between]))).toBe('kind');
  });

  it('has a key that is a short id', () => {
    const key = (name: string) => offered(handmade(own, 0, [item(8, WORD, 'items', name)]));
    expect(['k', 'k'.repeat(64), 'A-z_0.9:'].map(key)).toEqual(['ok', 'ok', 'ok']);
    expect(['', 'k'.repeat(65), 'a b', '茶', '__proto__'].map(key)).toEqual(Array(5).fill('key'));
  });

  it('may stand behind one of the same update that comes in another section', () => {
    const update = [
      ...[2, 1, ...varint(own + 1), 0, ...behind(own, 0)],
      ...[1, ...varint(own), 0, ...item(8, WORD), 0],
    ];
    expect(offered(Uint8Array.from(update))).toBe('ok');
  });

  it('that comes before the one it stands behind is checked like any other', () => {
    const [undefinedValue, behindOwn] = [
      [1, 127],
      [0x80 | 8, ...varint(own), 0],
    ];
    const update = [
      ...[2, 1, ...varint(own + 1), 0, ...behindOwn, ...undefinedValue],
      ...[1, ...varint(own), 0, ...item(8, WORD), 0],
    ];
    expect(offered(Uint8Array.from(update))).toBe('value');
  });

  it('that waits for a later one of the client it stands before is refused, and the room is as it was', () => {
    // A0 stands behind B0, which stands behind A2.
    const update = [
      ...[2, 3, ...varint(own), 0, ...behind(own + 1, 0), ...item(8, WORD, 'items', 'a1'), ...behind(own, 1)],
      ...[1, ...varint(own + 1), 0, ...behind(own, 2), 0],
    ];
    const room = new PendingRoom(new Y.Doc());
    expect(room.admit(Uint8Array.from(update), DEVICE, TERMS)).toEqual({ ok: false, reason: 'pending' });
    expect(room.isBroken).toBe(false);
  });

  it('that stands beside too many of its key is refused for its cost', () => {
    const beside = (count: number) => {
      const items = Array.from({ length: count }, () => item(8, WORD));
      return offered(Uint8Array.from([1, ...varint(count), ...varint(own), 0, ...items.flat(), 0]));
    };
    expect([beside(283), beside(284)]).toEqual(['ok', 'oversize']);
  });
});

describe('what the room has already', () => {
  /** A room with two items of the device's. */
  function known(terms = TERMS) {
    const room = hubRoom(terms);
    expect(offered(handmade(own, 0, [item(8, WORD), behind(own, 0)]), terms, room)).toBe('ok');
    return room;
  }
  const again = [item(8, WORD), behind(own, 0)];

  it('is no news, and what comes behind it is', () => {
    const room = known();
    expect(room.offer(handmade(own, 0, again), DEVICE)).toEqual({ ok: true, news: false, changes: [] });
    expect(room.offer(handmade(own, 0, [...again, behind(own, 1)]), DEVICE)).toMatchObject({ news: true });
    expect(room.offer(handmade(own, 2, [behind(own, 1)]), DEVICE)).toMatchObject({ news: false });
  });

  it('is refused where it begins in the known and goes beyond it', () => {
    const room = known();
    const long = [0x80 | 1, ...varint(own), 0, ...varint(2)];
    expect(offered(handmade(own, 1, [long]), TERMS, room)).toBe('overlap');
    expect(offered(handmade(own, 2, [long]), TERMS, room)).toBe('ok');
  });

  it('is deleted along with part of it sent again', () => {
    const room = known();
    const update = handmade(own, 0, [item(8, WORD)], [1, ...varint(own), 1, 1, 1]);
    expect(room.offer(update, DEVICE)).toEqual({
      ok: true,
      news: true,
      changes: [{ root: 'items', key: 'k' }],
    });
  });

  it('stays where its schema takes it no more, and nothing new of that kind comes in', () => {
    const strict = { ...TERMS, isItem: () => false };
    const room = new PendingRoom(known().doc);
    expect(room.admit(handmade(own, 0, again), DEVICE, strict)).toEqual({ ok: true, written: null });
    const more = room.admit(handmade(own, 2, [behind(own, 1)]), DEVICE, strict);
    expect(more).toEqual({ ok: false, reason: 'schema' });
  });
});

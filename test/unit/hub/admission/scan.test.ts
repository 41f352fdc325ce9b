import { describe, expect, it } from 'vitest';
import { MOST, scan } from '../../../../src/hub/admission/scan.ts';
import { RANGE } from '../../../../src/workspace/room.ts';
import { handmade, item, textBytes, varint, WORD } from '../../../attack/crafted.ts';
import { reasonOf } from './reasons.ts';

const DEVICE = 3;
const own = DEVICE * RANGE;
const times = <Part>(count: number, part: Part): Part[] => Array.from({ length: count }, () => part);
const scanned = (update: Uint8Array | readonly number[]) =>
  reasonOf(() => scan(Uint8Array.from(update), DEVICE));

/** An item of one list with so many values in it. */
const list = (count: number) => item(8, [1, 117, ...varint(count), ...times(count, 126)]);
const DELETION = item(1, [1]);
/** An update with so many sections of one item, each of a client id of its own. */
const sections = (count: number) => [
  ...varint(count),
  ...Array.from({ length: count }, (_, at) => [1, ...varint(own + at), 0, ...DELETION]).flat(),
  0,
];
const ofItems = (...counts: readonly number[]) => [
  counts.length,
  ...counts.flatMap((count, at) => [
    ...varint(count),
    ...varint(own + at),
    0,
    ...times(count, DELETION).flat(),
  ]),
  0,
];
const ranges = (...counts: readonly number[]) => [
  0,
  counts.length,
  ...counts.flatMap((count) => [...varint(own), ...varint(count), ...times(count, [0, 1]).flat()]),
];
const nested = (depth: number) => [...times(depth - 1, [117, 1]).flat(), 126];

describe('an update that is scanned', () => {
  it.each([
    ['client ids', (over: number) => sections(MOST.clients + over)],
    ['items', (over: number) => ofItems(MOST.items + over)],
    ['items of all its clients', (over: number) => ofItems(2, MOST.items - 2 + over)],
    ['values', (over: number) => handmade(own, 0, [list(MOST.values - 1 + over)])],
    [
      'values of all its items',
      (over: number) => handmade(own, 0, [list(9), DELETION, list(MOST.values - 11 + over)]),
    ],
    ['deletions', (over: number) => ranges(MOST.ranges - 1 + over)],
    ['deletions of all clients', (over: number) => ranges(5, 5, MOST.ranges - 13 + over)],
  ])('holds as many %s as it may, and not one more', (_, update) => {
    expect([scanned(update(0)), scanned(update(1))]).toEqual([null, 'oversize']);
  });

  it('has bounds far above what honest devices send', () => {
    expect(MOST).toEqual({ clients: 256, items: 6000, values: 20_000, ranges: 60_000, deepest: 64 });
  });

  it('is read to a depth of 64, as deep as nothing is that is let in', () => {
    const deep = (depth: number) => scanned(handmade(own, 0, [item(8, [1, ...nested(depth)])]));
    expect([deep(MOST.deepest), deep(MOST.deepest + 1)]).toEqual([null, 'malformed']);
    const named = (depth: number) => [...times(depth - 1, [118, 1, ...textBytes('a')]).flat(), 126];
    const deepNames = (depth: number) => scanned(handmade(own, 0, [item(8, [1, ...named(depth)])]));
    expect([deepNames(MOST.deepest), deepNames(MOST.deepest + 1)]).toEqual([null, 'malformed']);
  });

  it('has numbers of eight bytes at most', () => {
    const zero = (bytes: number) => [...times(bytes - 1, 0x80), 0];
    expect(scanned([...zero(8), 0])).toBeNull();
    expect(scanned([...zero(9), 0])).toBe('malformed');
  });

  it('says how many clients wrote in it', () => {
    expect(scan(Uint8Array.from(sections(200)), DEVICE)).toBe(200);
    expect(scan(Uint8Array.of(0, 0), DEVICE)).toBe(0);
  });

  it('ends where it says', () => {
    for (const update of [handmade(own, 0, [item(8, WORD), DELETION]), Uint8Array.from(ranges(1, 2))])
      for (let end = 0; end < update.length; end += 1)
        expect([end, scanned(update.slice(0, end))]).toEqual([end, 'malformed']);
  });

  it.each([
    ['a list', [117, 2, 126, 126]],
    ['an object', [118, 1, ...textBytes('a'), 126]],
    ['a text', [119, ...textBytes('tea')]],
    ['bytes', [116, 2, 1, 2]],
    ['a whole number', [125, ...varint(5000)]],
    ['a number of four bytes', [124, 1, 2, 3, 4]],
    ['a number of eight bytes', [123, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['a big number', [122, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['no', [121]],
    ['yes', [120]],
    ['null', [126]],
    ['undefined', [127]],
  ])('is read past %s, whatever stands behind it', (_, value) => {
    expect(scanned(handmade(own, 0, [item(8, [1, ...value]), item(8, WORD)]))).toBeNull();
  });

  it.each([0, 1, 115, 128])('is refused for a value of kind %i, which there is not', (kind) => {
    expect(scanned(handmade(own, 0, [item(8, [1, kind, 0, 0, 0])]))).toBe('malformed');
  });
});

import { describe, expect, it } from 'vitest';
import { partOf } from '../../../src/hub/media/range.ts';

describe('a part of a medium', () => {
  it.each([
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=10-', { first: 10, last: 999 }],
    ['bytes=-10', { first: 990, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=999-2000', { first: 999, last: 999 }],
    ['bytes=1000-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=0-1,5-9', null],
    ['lines=0-1', null],
    ['bytes=99999999999999999999-', null],
    [undefined, null],
  ] as const)('%s', (header, part) => {
    expect(partOf(header, 1000)).toEqual(part);
  });
});

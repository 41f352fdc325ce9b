import { describe, expect, it } from 'vitest';
import { unsafeReason } from '../../../src/archive/unsafe-value.ts';
import { addedUp, own } from '../../../src/workspace/named.ts';

const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'] as const;

describe('a name that every object has', () => {
  it.each(INHERITED)('%s is added up like any other', (name) => {
    const sums = addedUp([
      [name, 2],
      ['shop.example', 1],
      [name, 3],
    ]);
    expect(Object.entries(sums)).toEqual([
      [name, 5],
      ['shop.example', 1],
    ]);
    expect([own(sums, name), own({}, name)]).toEqual([5, undefined]);
  });

  it.each(['constructor', 'prototype', 'toString'])('%s may stand in an archive', (name) => {
    expect(unsafeReason({ places: { [name]: 1 } })).toBe(null);
  });

  it('is refused in an archive where it would change what a copy inherits', () => {
    expect(unsafeReason(JSON.parse('{"places":{"__proto__":1}}'))).not.toBe(null);
  });
});

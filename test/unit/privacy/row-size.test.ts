import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/privacy/row-size.ts';

describe('bytes of a row', () => {
  it('counts text in UTF-8, pictures as they are, names with what they name', () => {
    expect(bytesOf('結び')).toBe(6);
    expect(bytesOf({ hash: 'ab', bytes: new Uint8Array(1000) })).toBe(4 + 2 + 5 + 1000);
    expect(bytesOf([1, true, null])).toBe(10);
  });

  it('grows with what is put in', () => {
    const row = fc.dictionary(fc.string({ minLength: 1 }), fc.anything({ maxDepth: 2 }));
    fc.assert(
      fc.property(row, fc.string({ minLength: 1 }), (value, text) => {
        expect(bytesOf([value, text])).toBeGreaterThan(bytesOf([value]));
      }),
    );
  });
});

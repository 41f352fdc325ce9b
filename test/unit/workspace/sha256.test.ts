import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/workspace/sha256.ts';

describe('the hash of bytes that come in pieces', () => {
  it('is that of the whole, however they are cut', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const hashing = sha256();
        for (const part of parts) hashing.add(part);
        expect(hashing.end()).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
      }),
    );
  });
});

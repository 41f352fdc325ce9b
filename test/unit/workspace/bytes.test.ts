import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, textHash } from '../../../src/workspace/bytes.ts';

const nodes = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('the hash of bytes that come in pieces', () => {
  it('is that of the whole, however they are cut', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const hashing = sha256.create();
        for (const part of parts) hashing.update(part);
        expect(bytesToHex(hashing.digest())).toBe(nodes(Buffer.concat(parts)));
      }),
    );
  });
});

describe('the hash of what is there whole', () => {
  it('is the same, waited for or not, for any text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        expect(textHash(one)).toBe(nodes(one));
        expect(await hashOf(new TextEncoder().encode(one))).toBe(nodes(one));
      }),
    );
  });
});

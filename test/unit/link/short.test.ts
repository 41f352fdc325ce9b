import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, newNonce, pathOf, scanned, shortLink, UNMADE } from '../../../src/link/short.ts';

describe('the id of a link', () => {
  it('is eleven digits of its nonce’s hash, and another for every nonce', async () => {
    const nonces = Array.from({ length: 500 }, newNonce);
    const ids = await Promise.all(nonces.map(idOf));
    expect(new Set(ids).size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z]{11}$/);
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is the hash’s, by another way of reckoning', async () => {
    const nonce = '00112233445566778899aabbccddeeff';
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    let number = BigInt(`0x${createHash('sha256').update(nonce).digest('hex')}`);
    const last: string[] = [];
    for (let at = 0; at < 11; at += 1) {
      last.push(digits.charAt(Number(number % 62n)));
      number /= 62n;
    }
    expect(await idOf(nonce)).toBe(last.join(''));
  });
});

describe('a path', () => {
  it('is a link’s, by hand or by its code', () => {
    expect(pathOf('/AbCdEfGhIj0')).toEqual({ id: 'AbCdEfGhIj0', qr: false });
    expect(pathOf('/AbCdEfGhIj0.q')).toEqual({ id: 'AbCdEfGhIj0', qr: true });
    expect(pathOf('/AbCdEfGhIj0/')).toEqual({ id: 'AbCdEfGhIj0', qr: false });
    expect(pathOf('/AbCdEfGhIj0.q/?x')).toEqual({ id: 'AbCdEfGhIj0', qr: true });
    expect(pathOf('/AbCdEfGhIj0?fbclid=x')).toEqual({ id: 'AbCdEfGhIj0', qr: false });
    const code = scanned(shortLink('https://h.example', 'AbCdEfGhIj0'));
    expect(pathOf(new URL(code).pathname)?.qr).toBe(true);
    expect(pathOf(new URL(shortLink('https://h.example', UNMADE)).pathname)?.qr).toBe(false);
  });

  it.each([
    '/',
    '',
    '/AbCdEfGhIj',
    '/AbCdEfGhIj01',
    '//AbCdEfGhIj0',
    '/AbCdEfGhIj0/..',
    '/%41bCdEfGhIj0',
    '/AbCdEfGhIj0%00',
    '/AbCdEfGhIj0;x',
    '/AbCdEfGhIj0@evil.example',
    'https://evil.example/AbCdEfGhIj0',
    '/AbCdEfGhIj0\n',
    '/AbCdEfGhIj0.Q',
    '/AbCdEfGhIj0.qq',
    '/AbCdEfGhIj\u00e9',
    '/\\AbCdEfGhIj0',
    '/api/hub',
  ])('%j is none', (path) => {
    expect(pathOf(path)).toBeNull();
  });

  it('is never more than what its two parts say', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const read = pathOf(path);
        if (read) expect(path.split('?')[0]?.replace(/\/+$/, '')).toBe(`/${read.id}${read.qr ? '.q' : ''}`);
      }),
    );
  });
});

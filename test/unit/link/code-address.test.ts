import { expect, it } from 'vitest';
import { addressOf, codeAddress } from '../../../src/link/name-link.ts';

const link = { id: 'AbCdEfGhIj0', name: 'autumn-sale', address: 'https://hub.example/AbCdEfGhIj0' };

it('a link is copied by its name, and printed by its own id, which is never another’s', () => {
  expect(addressOf(link)).toBe('https://hub.example/autumn-sale');
  expect(codeAddress({ ...link, from: 'here' })).toBe('https://hub.example/AbCdEfGhIj0.q');
  expect(codeAddress({ address: 'https://bit.ly/3xYz', from: 'file' })).toBe('https://bit.ly/3xYz');
});

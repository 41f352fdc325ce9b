import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../../src/capture/inbox.ts';
import { authorsOf } from '../../../src/capture/related-captures.ts';

const NOW = 1_790_000_000_000;
const DAY = 86_400_000;
const kept = { id: 'capture-1', at: NOW - DAY, tags: [], note: '', undone: 0 };

describe('the inbox', () => {
  it('holds what is new and has nothing of the person’s own on it', () => {
    expect(isWaiting(kept, new Set(), NOW)).toBe(true);
    expect(isWaiting({ ...kept, note: '  ', collections: [] }, new Set(), NOW)).toBe(true);
  });

  it.each([
    ['tagged', { tags: ['shop'] }],
    ['noted', { note: 'ask her' }],
    ['in a collection', { collections: ['collection-1'] }],
    ['taken back', { undone: 5 }],
    ['older than 30 days', { at: NOW - 31 * DAY }],
  ])('lets go of what is %s', (_, part) => {
    expect(isWaiting({ ...kept, ...part }, new Set(), NOW)).toBe(false);
  });

  it('lets go of what was marked as done', () => {
    expect(isWaiting(kept, new Set(['capture-1']), NOW)).toBe(false);
  });
});

describe('the author of a page', () => {
  it('is looked for in the beginnings of its path, no deeper than sites put one', () => {
    expect(authorsOf('https://bsky.app/profile/aoi.example/post/3k/likes')).toEqual([
      'https://bsky.app/profile',
      'https://bsky.app/profile/aoi.example',
      'https://bsky.app/profile/aoi.example/post',
    ]);
    expect(authorsOf('https://shop.example/')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { recipeFor } from '../../../src/feed/recipe-for-page.ts';
import { SITES } from '../../../src/sites/sites.ts';

describe('which recipe', () => {
  const page = (found: string[]) =>
    ({ querySelector: (selector: string) => (found.includes(selector) ? {} : null) }) as ParentNode;

  it.each([
    ['x.com', 'x'],
    ['www.reddit.com', 'reddit'],
    ['old.reddit.com', 'reddit'],
    ['bsky.app', 'bluesky'],
  ])('%s is %s', (host, id) => {
    expect(recipeFor(SITES, host, page(['#mastodon']))?.id).toBe(id);
  });

  it('knows a server by its page, and a host by its whole name alone', () => {
    expect(recipeFor(SITES, 'any.example', page(['#mastodon']))?.id).toBe('mastodon');
    for (const host of ['any.example', 'notx.com', 'x.com.evil.example', 'evil-x.com'])
      expect(recipeFor(SITES, host, page([]))).toBeNull();
  });
});

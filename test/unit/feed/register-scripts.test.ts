import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { SITES } = await import('../../../src/sites/sites.ts');
const { bridges, firsts, registrations } = await import('../../../src/feed/register-scripts.ts');

const EVERYWHERE = ['<all_urls>', '*://*/*', 'https://*/*'];
const of = (granted: readonly string[]) =>
  Object.fromEntries(registrations(granted, 'ja').map((one) => [one.id, one]));

describe('what is registered', () => {
  it('is nothing where nothing is granted', () => {
    expect(registrations([], 'ja')).toEqual([]);
  });

  it('is a site’s own recipe, the person’s words and the feed, in this order, on the hosts granted', () => {
    expect(registrations(['https://x.com/*'], 'ja')).toEqual([
      {
        id: 'feed-x',
        js: ['sites/x.js', 'words/ja.js', 'feed.js'],
        matches: ['https://x.com/*'],
      },
    ]);
  });

  it('gives a host that was added by name the recipes that know a site by its page, and no site’s own', () => {
    const { 'feed-any': any, ...others } = of(['https://mastodon.example/*']);
    expect(others).toEqual({});
    expect(any?.matches).toEqual(['https://mastodon.example/*']);
    expect(any?.js).toEqual(['sites/mastodon.js', 'words/ja.js', 'feed.js']);
    expect(any).not.toHaveProperty('excludeMatches');
  });

  it('keeps sites and added hosts apart', () => {
    const found = of(['https://bsky.app/*', 'https://social.example/*']);
    expect(Object.keys(found).sort()).toEqual(['feed-any', 'feed-bluesky']);
    expect(found['feed-any']?.matches).toEqual(['https://social.example/*']);
  });

  it.each(EVERYWHERE)('with %s is every site on its own hosts, and the rest elsewhere alone', (all) => {
    const found = of([all]);
    const named = SITES.filter((site) => site.origins.length > 0).map((site) => `feed-${site.id}`);
    expect(Object.keys(found).sort()).toEqual(['feed-any', ...named].sort());
    expect(found['feed-x']?.matches).toContain('*://twitter.com/*');
    expect(found['feed-reddit']?.matches).toContain('*://www.reddit.com/*');
    const own = named.flatMap((id) => found[id]?.matches ?? []);
    expect([...(found['feed-any']?.excludeMatches ?? [])].sort()).toEqual([...own].sort());
  });

  it('puts no host into two registrations: a page would get the feed twice', () => {
    for (const granted of [['https://x.com/*', 'https://a.example/*'], ['<all_urls>']]) {
      const matches = registrations(granted, 'en').flatMap((one) => one.matches);
      expect(new Set(matches).size).toBe(matches.length);
    }
  });

  it('is in the page’s own world only for sites whose recipe names what is stored there', () => {
    expect(bridges(registrations(['https://x.com/*'], 'en'))).toEqual([]);
    expect(bridges(registrations(['https://www.linkedin.com/*', 'https://x.com/*'], 'en'))).toEqual([
      {
        id: 'feed-linkedin-bridge',
        js: ['bridges/linkedin.js'],
        matches: ['https://www.linkedin.com/*'],
        world: 'MAIN',
        runAt: 'document_start',
      },
    ]);
  });

  it('puts what is wanted beside a recipe, and no script where no button is wanted', () => {
    const granted = ['https://x.com/*', 'https://bsky.app/*'];
    const wanted = { x: 'share', bluesky: 'none' } as const;
    expect(registrations(granted, 'ja', wanted).map(({ id, js }) => [id, js])).toEqual([
      ['feed-x', ['sites/x.js', 'shown/x-share.js', 'words/ja.js', 'feed.js']],
    ]);
    const open = registrations(granted, 'ja', wanted, true).map(({ js }) => js[1]);
    expect(open).toEqual(['shown/x-share.js', 'shown/bluesky-none.js']);
    expect(registrations(['https://x.com/*'], 'ja', {}, true)[0]?.js[1]).toBe('shown/x-both.js');
  });

  it('leaves a server that was added by name alone where no button is wanted there', () => {
    const added = ['https://fedi.example/*'];
    expect(registrations(added, 'en', { mastodon: 'keep' })[0]?.js.slice(0, 2)).toEqual([
      'sites/mastodon.js',
      'shown/mastodon-keep.js',
    ]);
    expect(registrations(added, 'en', { mastodon: 'none' })).toEqual([]);
  });

  it('is first at the window in a browser that hands a page the innermost node of an event, and in no other', () => {
    const feeds = registrations(['https://x.com/*'], 'en');
    expect(firsts(feeds, false)).toEqual([]);
    expect(firsts(feeds, true)).toEqual([
      { id: 'feed-x-first', js: ['feed-first.js'], matches: ['https://x.com/*'], runAt: 'document_start' },
    ]);
  });
});

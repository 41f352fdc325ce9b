import type { Recipe } from './recipe.ts';

const PERMALINK = '/([A-Za-z0-9_]{1,15})/status/(\\d+)';
const leading = '^\\D*(\\d(?:[\\d.,\\s]*\\d)?)';

/** X (Twitter). React recycles the cells of its articles; quoted posts have no links of their own. */
export const x: Recipe = {
  id: 'x',
  name: 'X',
  version: 2,
  verified: '2026-11',
  hosts: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com'],
  origins: ['https://x.com/*', 'https://twitter.com/*'],
  wraps: ['t.co'],
  look: {
    icon: 18.75,
    box: 34,
    gap: 2,
    like: '[data-testid="reply"] div, [role="group"] [role="button"] div',
  },
  forms: [
    {
      kind: 'post',
      // Every version since 2019 renders a post as an article, with or without a hook; a tag is also the
      // fastest selector.
      root: ['article'],
      // A notification is an article too.
      not: '[data-testid="placementTracking"] article, [data-testid="notification"]',
      inner: 'div[role="link"]',
      id: [
        { at: 'a[href*="/status/"] > time', up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'a[href*="/status/"]', attr: 'href', re: PERMALINK, to: '$2' },
      ],
      fields: {
        url: [{ at: '', re: '', to: 'https://x.com/{1}/status/{2}' }],
        name: [
          { at: '[data-testid="User-Name"] a[href="/{1}" i]', re: '^([^@].*)$' },
          { at: 'a[href="/{1}" i]:not([aria-hidden])', re: '^([^@].*)$' },
          // A name may begin with @; the handle's own link is not in the tab order.
          { at: '[data-testid="User-Name"] a[href="/{1}" i]:not([tabindex="-1"])' },
        ],
        handle: [
          { at: '[data-testid="User-Name"] a', re: '^(@\\w{1,15})$' },
          { at: '', re: '', to: '@{1}' },
        ],
        profile: [{ at: '', re: '', to: 'https://x.com/{1}' }],
        text: [
          { at: '[data-testid="tweetText"]', as: 'lines' },
          { at: 'div[lang][dir="auto"]', as: 'lines' },
          // A long-form article has no post text.
          { at: '[data-testid="twitterArticleRichTextView"]', as: 'text' },
          { at: '[data-testid="longformRichTextComponent"]', as: 'text' },
        ],
        title: [{ at: '[data-testid="twitter-article-title"]' }],
        lang: [
          { at: '[data-testid="tweetText"]', attr: 'lang' },
          { at: 'div[lang][dir="auto"]', attr: 'lang' },
        ],
        time: [
          { at: 'a[href*="/status/"] > time', attr: 'datetime', as: 'moment' },
          { at: '', re: '', to: '{2}', as: 'x-id' },
        ],
      },
      links:
        '[data-testid="tweetText"] a[href], div[lang][dir="auto"] a[href], [data-testid="card.wrapper"] a[href]',
      cut: '[data-testid="tweet-text-show-more-link"]',
      media: [
        { kind: 'video', at: 'video[poster]', attr: 'poster' },
        // Before the player loads.
        { kind: 'video', at: 'img[src*="video_thumb/"]', attr: 'src' },
        {
          kind: 'image',
          at: '[data-testid="tweetPhoto"] img[src*="/media/"]',
          attr: 'src',
          re: '([?&]name=)\\w+',
          to: '$1orig',
          alt: 'alt',
        },
      ],
      counts: {
        replies: [
          { at: '[data-testid="reply"]', attr: 'aria-label', re: leading },
          { at: '[data-testid="reply"]' },
        ],
        reposts: [
          { at: '[data-testid="retweet"], [data-testid="unretweet"]', attr: 'aria-label', re: leading },
          { at: '[data-testid="retweet"], [data-testid="unretweet"]' },
        ],
        likes: [
          { at: '[data-testid="like"], [data-testid="unlike"]', attr: 'aria-label', re: leading },
          { at: '[data-testid="like"], [data-testid="unlike"]' },
        ],
        bookmarks: [
          { at: '[data-testid="bookmark"], [data-testid="removeBookmark"]', attr: 'aria-label', re: leading },
          { at: '[data-testid="bookmark"], [data-testid="removeBookmark"]' },
        ],
        views: [
          { at: 'a[href$="/analytics"]', attr: 'aria-label', re: leading },
          { at: 'a[href$="/analytics"]' },
          // A page's main post has no such link. The row's label omits zero counts, so only one with all five
          // numbers is unambiguous; the viewer's own state (`Liked`) has none.
          {
            at: '[role="group"][aria-label]',
            attr: 'aria-label',
            re: '^(?:\\D*(?<![\\d.,])\\d[\\d.,]*(?![\\d.,])){4}\\D*(?<![\\d.,])(\\d[\\d.,]*)(?![\\d.,])\\D*$',
          },
          { at: '[data-testid="app-text-transition-container"]:not([role="group"] *)', re: leading },
        ],
      },
      quotes: {
        url: [],
        name: [{ at: '[data-testid="User-Name"] > div', re: '^([^@].*)$' }],
        handle: [{ at: '[data-testid="User-Name"] span', re: '^(@\\w{1,15})$' }],
        profile: [{ at: '[data-testid="User-Name"] span', re: '^@(\\w{1,15})$', to: 'https://x.com/$1' }],
        text: [{ at: '[data-testid="tweetText"]', as: 'lines' }],
        time: [{ at: 'time', attr: 'datetime', as: 'moment' }],
      },
      bar: [
        { at: '[role="group"][id^="id__"]', put: 'append' },
        { at: '[data-testid="reply"]', up: '[role="group"]', put: 'append' },
        { at: '[role="group"][aria-label]', put: 'append' },
      ],
    },
  ],
};

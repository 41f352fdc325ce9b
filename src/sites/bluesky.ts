import type { Candidate, Fields, Form, Recipe } from './recipe.ts';

const PERMALINK = '/profile/([^/]+)/post/([a-z0-9]+)';
const own = (to: string): Candidate => ({ at: '', re: '', to });

/** A quoted post is a link without a test hook; a post itself has one. */
const inner = '[role="link"]:not([data-testid]):not(a)';

const author = {
  name: [
    { at: 'a[href="/profile/{1}"][dir="auto"]', re: '^([^@].*)$' },
    // One link contains name and handle in separate parts.
    { at: 'a[href="/profile/{1}"]:not(:has(img)) > div:first-child:not(:last-child)' },
    { at: 'a[href="/profile/{1}"]', re: '^([^@].*?)(?<!\\s)\\s+@[\\w.-]+$' },
    { at: 'a[href="/profile/{1}"]', re: '^([^@].*)$' },
    { at: 'a[href^="/profile/"]:not([href*="/post/"])', re: '^([^@].*)$' },
  ],
  handle: [
    { at: 'a[href="/profile/{1}"]', re: '^(@\\S+)$' },
    { at: '', attr: 'data-testid', re: '-by-([^\\n]+)', to: '@$1' },
  ],
  profile: [own('https://bsky.app/profile/{1}')],
} as const satisfies Partial<Fields>;

const shared = {
  kind: 'post',
  inner,
  needs: '[data-testid="likeBtn"]',
  links:
    '[data-testid="postText"] a[href^="http"], [data-word-wrap] a[href^="http"], a[href^="http"][role="link"]',
  media: [
    {
      kind: 'image',
      // Not the picture of a link's card.
      at: 'img[src*="/img/feed_"]:not(a[href^="http"] img)',
      attr: 'src',
      re: '/img/feed_thumbnail/',
      to: '/img/feed_fullsize/',
      alt: 'alt',
    },
    { kind: 'video', at: 'video[poster]', attr: 'poster' },
    { kind: 'video', at: 'video[src^="http"]:not([poster])', attr: 'src' },
    // Before the player loads, its poster is a background image.
    {
      kind: 'video',
      at: '[style*="/thumbnail.jpg"]',
      attr: 'style',
      re: '^[\\s\\S]*?url\\([\'"]?([^\'")]+)[\\s\\S]*$',
      to: '$1',
    },
  ],
  counts: {
    replies: [
      { at: '[data-testid="replyBtn"]', attr: 'aria-label', re: '(\\d[\\d.,\\s]*)' },
      { at: '[data-testid="replyBtn"]' },
    ],
    reposts: [
      { at: '[data-testid="repostCount"]' },
      { at: '[data-testid="repostCount-expanded"]', re: '(\\d\\S*)' },
    ],
    quotes: [{ at: '[data-testid="quoteCount-expanded"]', re: '(\\d\\S*)' }],
    likes: [
      { at: '[data-testid="likeBtn"]', attr: 'aria-label', re: '(\\d[\\d.,\\s]*)' },
      { at: '[data-testid="likeCount"]' },
      { at: '[data-testid="likeCount-expanded"]', re: '(\\d\\S*)' },
    ],
  },
  quotes: {
    url: [{ at: 'a[href*="/post/"]', attr: 'href', as: 'address' }],
    name: [{ at: 'a[href^="/profile/"][dir="auto"]', re: '^([^@].*)$' }],
    handle: [{ at: 'a[href^="/profile/"]', re: '^(@\\S+)$' }],
    profile: [{ at: 'a[href^="/profile/"]', attr: 'href', as: 'address' }],
    text: [
      { at: '[data-testid="postText"], [data-word-wrap]', as: 'lines' },
      { at: 'div[dir="auto"]', as: 'lines', longest: true },
    ],
    time: [{ at: 'a[href*="/post/"]', attr: 'href', re: '/post/([a-z0-9]+)', as: 'bluesky-id' }],
  },
  bar: [
    { at: '[data-testid="postBookmarkBtn"]', put: 'before' },
    { at: '[data-testid="postShareBtn"]', put: 'before' },
    { at: '[data-testid="postDropdownBtn"]', put: 'before' },
    { at: '[data-testid="likeBtn"]', put: 'after' },
  ],
} as const satisfies Partial<Form>;

const url: Candidate[] = [own('https://bsky.app/profile/{1}/post/{2}')];
const time: Candidate[] = [{ ...own('{2}'), as: 'bluesky-id' }];

/** Bluesky's web app. Classes are hashed and there is no machine-readable time, which the post's key contains. */
export const bluesky: Recipe = {
  id: 'bluesky',
  name: 'Bluesky',
  version: 2,
  verified: '2026-11',
  hosts: ['bsky.app', 'main.bsky.dev'],
  origins: ['https://bsky.app/*'],
  look: { icon: 18, box: 30, gap: 2, like: '[data-testid="postShareBtn"] svg, [data-testid="replyBtn"] svg' },
  forms: [
    {
      ...shared,
      root: ['[data-testid^="feedItem-by-"]'],
      id: [
        { at: 'a[href*="/post/"][data-tooltip]', attr: 'href', re: `${PERMALINK}$`, to: '$2' },
        { at: 'a[href*="/post/"]', attr: 'href', re: `${PERMALINK}$`, to: '$2' },
      ],
      fields: {
        ...author,
        url,
        text: [
          { at: '[data-testid="postText"]', as: 'lines' },
          { at: '[data-word-wrap]', as: 'lines' },
        ],
        time,
      },
    },
    {
      ...shared,
      root: ['[data-testid^="postThreadItem-by-"]'],
      id: [
        { at: 'a[href*="/post/"][data-tooltip]', attr: 'href', re: `${PERMALINK}$`, to: '$2' },
        // A thread's main post has no link to itself, only to its likes.
        {
          at: 'a[href*="/post/"]',
          attr: 'href',
          re: `${PERMALINK}/(?:liked-by|reposted-by|quotes)$`,
          to: '$2',
        },
        { at: '', from: 'location', re: PERMALINK, to: '$2' },
      ],
      fields: {
        ...author,
        url,
        text: [
          { at: '[data-testid="postText"]', as: 'lines' },
          { at: '[data-word-wrap]', as: 'lines' },
          // A page without hooks: excludes name, button, link card and the date below the post.
          {
            at: 'div[dir="auto"]:not(a *, button *, [role="button"] *, :has(a[href="/profile/{1}"]))',
            re: '^(?!(?=.{6,60}$)(?=.*\\d{4})(?=.*\\d{1,2}\\D{1,2}\\d{2}))([\\s\\S]+)$',
            as: 'lines',
            longest: true,
          },
        ],
        time,
      },
    },
  ],
};

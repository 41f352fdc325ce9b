import type { Candidate, Form, Recipe } from './recipe.ts';

const attr = (name: string, more: Partial<Candidate> = {}): Candidate => ({ at: '', attr: name, ...more });
const address = (name: string) => attr(name, { as: 'address' });
const user = (name: string): Pick<Form['fields'], 'name' | 'handle' | 'profile'> => ({
  name: [attr(name)],
  // A deleted author is in brackets and has no page.
  handle: [attr(name, { re: '^([\\w-]+)$', to: 'u/$1' })],
  profile: [attr(name, { re: '^([\\w-]+)$', to: 'https://www.reddit.com/user/$1' })],
});

const post: Form = {
  kind: 'post',
  root: ['shreddit-post'],
  not: '[promoted]',
  id: [attr('id', { re: '^(t3_\\w+)$' }), attr('permalink', { re: '/comments/(\\w+)', to: 't3_$1' })],
  fields: {
    ...user('author'),
    url: [address('permalink')],
    title: [attr('post-title'), { at: '[slot="title"]' }],
    text: [
      { at: '[slot="text-body"]', as: 'text' },
      { at: '[id$="-post-rtjson-content"]', as: 'text' },
      attr('post-title'),
      { at: '[slot="title"]', as: 'text' },
    ],
    time: [
      attr('created-timestamp', { as: 'moment' }),
      { at: 'time[datetime]', attr: 'datetime', as: 'moment' },
    ],
  },
  links:
    '[slot="text-body"] a[href^="http"], a[slot="post-media-container"][href^="http"], [slot="post-media-container"] a[href^="http"]',
  leads: [attr('content-href', { re: '^(https?://(?!(?:i|v|preview)\\.redd\\.it/).+)$' })],
  media: [
    {
      kind: 'image',
      at: 'img:is([src*="preview.redd.it"], [src*="i.redd.it"]):not([src*="/snoovatar/"], .post-background-image-filter)',
      attr: 'src',
      alt: 'alt',
    },
    // Further pictures of a gallery, until they are shown.
    {
      kind: 'image',
      at: 'img[data-lazy-src*="redd.it"]:not([src], .post-background-image-filter)',
      attr: 'data-lazy-src',
      alt: 'alt',
    },
    { kind: 'video', at: 'shreddit-player[poster]', attr: 'poster' },
  ],
  counts: { score: [attr('score')], replies: [attr('comment-count')] },
  bar: [
    { at: '[slot="share-button"]:not([data-musubi])', put: 'before', slot: 'share-button' },
    { at: '', put: 'append', slot: 'share-button' },
  ],
};

const COUNTERS = '[data-testid="search-counter-row"]:has(> * + * faceplate-number)';
const found: Candidate[] = [
  { at: '[id^="search-post-title-t3_"]', re: '' },
  { at: '[data-testid="post-title-text"]' },
  { at: 'a[data-testid="post-title"]', attr: 'aria-label' },
];

/** A search result. It names no author, and votes only where there are two counts. */
const result: Form = {
  kind: 'post',
  root: [
    '[data-testid="search-sdui-post"]',
    '[data-testid="search-post-unit"]:not([data-testid="search-sdui-post"] *)',
    'search-post-unit:not([data-testid="search-sdui-post"] *)',
    '[data-testid="search-post-with-content-preview"]',
  ],
  not: '[promoted]',
  needs: 'a[href*="/comments/"]',
  id: [
    attr('data-thingid', { re: '^(t3_\\w+)$' }),
    { at: '[id^="search-post-title-t3_"]', attr: 'id', re: '(t3_\\w{1,16})$' },
    { at: 'a[href*="/comments/"]', attr: 'href', re: '/comments/(\\w+)', to: 't3_$1' },
  ],
  fields: {
    name: [],
    handle: [],
    profile: [],
    url: [
      { at: 'a[data-testid="post-title"][href*="/comments/"]', attr: 'href', as: 'address' },
      { at: 'a[href*="/comments/"]', attr: 'href', as: 'address' },
    ],
    title: found,
    text: found,
    time: [
      { at: 'faceplate-timeago[ts]', attr: 'ts', as: 'moment' },
      { at: 'time[datetime]', attr: 'datetime', as: 'moment' },
    ],
  },
  counts: {
    score: [{ at: `${COUNTERS} > :first-child faceplate-number`, attr: 'number' }],
    replies: [{ at: `${COUNTERS} > * + * faceplate-number`, attr: 'number' }],
  },
  bar: [
    { at: '[data-testid="search-counter-row"]', put: 'after' },
    { at: 'a[data-testid="post-title"]', put: 'after' },
  ],
};

const comment: Form = {
  kind: 'comment',
  root: ['shreddit-comment'],
  nests: true,
  id: [attr('thingid', { re: '^(t1_\\w+)$' }), attr('permalink', { re: '/(\\w+)/?$', to: 't1_$1' })],
  fields: {
    ...user('author'),
    url: [address('permalink')],
    text: [
      { at: '[slot="comment"]', as: 'text' },
      { at: '[id$="-comment-rtjson-content"]', as: 'text' },
    ],
    time: [attr('created', { as: 'moment' }), { at: 'time[datetime]', attr: 'datetime', as: 'moment' }],
  },
  links: '[slot="comment"] a[href^="http"]',
  counts: { score: [attr('score')] },
  answers: [{ at: '', up: 'shreddit-comment', attr: 'permalink', as: 'address' }],
  bar: [
    {
      at: 'shreddit-comment-action-row [slot="comment-share"]:not([data-musubi])',
      put: 'before',
      slot: 'comment-share',
    },
    { at: 'shreddit-comment-action-row', put: 'after', slot: 'actionRow' },
  ],
};

const thing = (kind: 'post' | 'comment', id: string): Form => ({
  kind,
  root: [kind === 'post' ? '.thing.link' : '.thing.comment'],
  not: '.promoted',
  nests: true,
  id: [
    attr('data-fullname', { re: '^(t\\d_\\w+)$' }),
    attr('data-permalink', { re: id, to: kind === 'post' ? 't3_$1' : 't1_$1' }),
  ],
  fields: {
    ...user('data-author'),
    url: [address('data-permalink')],
    title: [{ at: 'a.title' }],
    text: [
      { at: '.usertext-body .md', as: 'text' },
      { at: 'a.title', as: 'text' },
    ],
    time: [
      attr('data-timestamp', { as: 'moment' }),
      { at: '.tagline time[datetime]', attr: 'datetime', as: 'moment' },
    ],
  },
  links: '.usertext-body .md a[href^="http"], a.title[href^="http"]',
  media: [{ kind: 'image', at: 'img.preview, .media-preview img', attr: 'src', alt: 'alt' }],
  counts: {
    score: [attr('data-score'), { at: '.tagline .score.unvoted', attr: 'title' }, { at: '.score.unvoted' }],
    replies: [attr('data-comments-count')],
  },
  answers:
    kind === 'comment' ? [{ at: '', up: '.thing.comment', attr: 'data-permalink', as: 'address' }] : [],
  bar: [{ at: 'ul.flat-list.buttons', put: 'append' }],
});

/** Reddit: today's pages (custom elements with the data as attributes) and old.reddit. */
export const reddit: Recipe = {
  id: 'reddit',
  name: 'Reddit',
  version: 2,
  verified: '2026-11',
  hosts: ['reddit.com', 'old.reddit.com', 'new.reddit.com', 'sh.reddit.com'],
  origins: ['https://www.reddit.com/*', 'https://old.reddit.com/*'],
  look: {
    icon: 18,
    box: 32,
    gap: 2,
    like: '[slot="share-button"]:not([data-musubi]), shreddit-comment-action-row, ul.flat-list.buttons a',
    raised: true,
  },
  forms: [
    post,
    result,
    comment,
    thing('post', '/comments/(\\w+)/[^/]*/?$'),
    thing('comment', '/comments/\\w+/[^/]*/(\\w+)/?$'),
  ],
};

import type { Candidate, Fields, Form, Recipe } from './recipe.ts';

const own = (to: string): Candidate => ({ at: '', re: '', to });
const POST = 'https://www.linkedin.com/feed/update/urn:li:{1}:{2}/';
const URN = 'urn:li:(activity|ugcPost|share):(\\d{10,20})';
const COMMENT = 'urn:li:comment:\\((?:urn:li:)?(activity|ugcPost|share):(\\d{10,20}),(\\d{10,20})\\)';
const comment = (parts: string): string => {
  const [type, post, id] = parts.split(' ');
  return `https://www.linkedin.com/feed/update/urn:li:${type}:${post}/?commentUrn=urn%3Ali%3Acomment%3A%28${type}%3A${post}%2C${id}%29`;
};

/** Addresses of people, companies and schools. */
const WHO = '/(in|company|school|showcase)/([^/?#]+)';
const LINKS = ':is(a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"])';
/** Text after a name: the degree of connection. */
const NAME = '^(\\S[^•·\\n]*[^•·\\s]|\\S)';

const who = (links: readonly string[]): Pick<Fields, 'handle' | 'profile'> => ({
  handle: links.map((at) => ({ at, attr: 'href', re: WHO, to: '$1/$2' })),
  profile: links.map((at) => ({ at, attr: 'href', re: WHO, to: 'https://www.linkedin.com/$1/$2/' })),
});

const BOX = '[data-testid="expandable-text-box"]';
/**
 * The line above a post says who liked or shared it; the author's own link contains paragraphs. The first link
 * of a card is often not the author's.
 */
const ACTOR = [
  `${LINKS}:has(p):not(p a)`,
  `${LINKS}:not(p a, ${BOX} a, [data-view-name^="feed-header"]):not(:has(figure, img, svg)):not(:empty)`,
] as const;
const actor: Pick<Fields, 'name' | 'handle' | 'profile'> = {
  name: [
    { at: `${LINKS} [aria-label] p`, re: NAME },
    { at: `${LINKS}:not(p a) p > span[aria-hidden="true"]:not(:has(> svg))`, re: NAME },
    { at: `${LINKS}:not(p a) p span[aria-hidden="true"]:not(:has(svg))`, re: NAME },
    { at: `${LINKS}:not(p a) p`, re: NAME },
    { at: ACTOR[1], re: NAME },
  ],
  ...who(ACTOR),
};
const words: Candidate[] = [
  { at: `p[componentkey^="feed-commentary"] ${BOX}`, as: 'text', without: 'button' },
  { at: `[data-view-name="feed-commentary"] ${BOX}`, as: 'text', without: 'button' },
  { at: BOX, as: 'text', without: 'button' },
];
const button = (icon: string): Candidate => ({ at: `svg[id^="${icon}"]`, up: 'button' });

/** A comment consists of two or three shells with one name; the outer one counts. */
const SHELL = '[componentkey^="replaceableComment_"]';
const COMMENTS = [
  `[componentkey^="replaceableComment_urn:li:comment:("]`,
  `[componentkey^="CommentComponentReference_urn:li:comment:("]:not(${SHELL} *)`,
];
const OLD_COMMENTS = ['article.comments-comment-entity', 'article.comments-comment-item'];

const timed: Candidate[] = [{ ...own('{2}'), as: 'linkedin-id' }];
const commented = {
  kind: 'comment',
  nests: true,
  copies: 'componentkey',
} as const satisfies Partial<Form>;
const saying: Pick<Fields, 'url' | 'time'> = {
  url: [own(comment('{1} {2} {3}'))],
  time: [{ ...own('{3}'), as: 'linkedin-id' }],
};
const answers = (up: readonly string[], attr: string): Candidate[] => [
  { at: '', up: up.join(','), attr, re: COMMENT, to: comment('$1 $2 $3') },
  own(POST),
];

/**
 * Counts are paragraphs without hooks, in the viewer's language: which is which is certain only where all three
 * exist, the last with a visual copy.
 */
const counted = (at: number): Candidate => ({
  at: `div:has(> p + p + p:last-child > span + span[aria-hidden="true"]) > p:nth-child(${at}) > span:first-child`,
  re: '(\\d[\\d.,\\s]*)',
});

/** The server-driven page: no stable class, and no address in most cards. */
const drawn: Form = {
  kind: 'post',
  root: [
    '[role="listitem"][componentkey*="FeedType_"]',
    '[componentkey^="expanded"][componentkey*="FeedType_"]',
    '[componentkey^="update-card-focus"]',
  ],
  needs: `${BOX}, svg[id^="thumbs-up"], svg[id^="comment-"]`,
  inner: [...COMMENTS, ...OLD_COMMENTS].join(','),
  id: [
    { at: '[id^="translatable-commentary-urn:li:"]', attr: 'id', re: URN, to: '$1:$2' },
    ...['id', 'componentkey'].map((attr) => ({
      // Of a reshared post, the original is inside the link to it.
      at: `[${attr}*="translatable-commentary-"]:not(a[href*="/feed/update/urn:li:"] *)`,
      attr,
      re: '(share|activity|ugcPost)Id=(\\d{10,20})',
      to: '$1:$2',
    })),
    { at: '[componentkey*="urn:li:comment:("]', attr: 'componentkey', re: COMMENT, to: '$1:$2', any: true },
    { at: '[id^="replaceableComment_urn:li:"]', attr: 'id', re: COMMENT, to: '$1:$2', any: true },
    { at: 'a[href*="/analytics/post-summary/urn:li:"]', attr: 'href', re: URN, to: '$1:$2' },
    { at: '', from: 'held', attr: 'urn', re: URN, to: '$1:$2' },
    { at: '[role="listitem"]', from: 'held', attr: 'urn', re: URN, to: '$1:$2' },
    {
      at: '',
      from: 'location',
      re: '^https://[^/]+/feed/update/urn(?::|%3[Aa])li(?::|%3[Aa])(activity|ugcPost|share)(?::|%3[Aa])(\\d+)',
      to: '$1:$2',
    },
    {
      at: '',
      from: 'location',
      re: '^https://[^/]+/posts/[^/?#]*-(activity|ugcPost|share)-(\\d{16,20})',
      to: '$1:$2',
    },
  ],
  card: [
    { at: '', attr: 'componentkey', re: '^(?:expanded|update-card-focus)?(.+?)FeedType_' },
    { at: '', attr: 'componentkey', re: '^update-card-focus(.+)$' },
  ],
  fields: { ...actor, url: [own(POST)], text: words, time: timed },
  links: `${BOX} a[href], a[href^="http"]:has(img):not(${LINKS})`,
  media: [
    {
      kind: 'image',
      // Excludes portraits, company logos and the picture of a link's card.
      at: 'img[src*="media.licdn.com"]:not([src*="/profile-"], [src*="displayphoto"], [src*="displaybackground"], [src*="-logo"], [src*="articleshare"])',
      attr: 'src',
      alt: 'alt',
    },
    { kind: 'video', at: 'video[poster]', attr: 'poster' },
  ],
  counts: {
    likes: [button('thumbs-up'), { at: '[data-view-name="feed-reaction-count"]' }, counted(1)],
    replies: [button('comment-'), { at: '[data-view-name="feed-comment-count"]' }, counted(2)],
    reposts: [button('repost-'), counted(3)],
  },
  bar: [
    { at: 'svg[id^="send-privately"]', up: 'button', put: 'after' },
    { at: 'svg[id^="send-privately"]', up: 'a', put: 'after' },
    { at: 'button svg[id^="repost-"]', up: 'button', put: 'after' },
    { at: 'button svg[id^="comment-"]', up: 'button', put: 'after' },
    { at: BOX, put: 'after' },
  ],
};

const drawnComment: Form = {
  ...commented,
  root: COMMENTS,
  sign: '[componentkey*="_urn:li:comment:"]',
  id: [
    { at: '', attr: 'componentkey', re: COMMENT, to: '$1:$2,$3' },
    { at: '', attr: 'id', re: COMMENT, to: '$1:$2,$3' },
  ],
  fields: { ...actor, ...saying, text: words },
  links: `${BOX} a[href]`,
  bar: [
    { at: 'svg[id^="thumbs-up"]', up: 'button, [role="button"]', put: 'after' },
    { at: '[role="button"] svg[role="img"]', up: '[role="button"]', put: 'after' },
    { at: BOX, put: 'after' },
  ],
};

const RESHARED = '.update-components-mini-update-v2, .feed-shared-mini-update-v2';
const title: Candidate[] = [
  { at: '.update-components-actor__title span[aria-hidden="true"]', re: NAME },
  { at: '.update-components-actor__name span[aria-hidden="true"]', re: NAME },
  { at: '.update-components-actor__title', re: NAME },
  { at: '.feed-shared-actor__name', re: NAME },
];
const commentary: Candidate[] = [
  { at: '.update-components-update-v2__commentary', as: 'text', without: 'button, .visually-hidden' },
  { at: '.feed-shared-update-v2__commentary', as: 'text', without: 'button, .visually-hidden' },
];
const COUNTS = '.social-details-social-counts';

/** The older page, which many still get, also on company pages. */
const classic: Form = {
  kind: 'post',
  root: [
    '[data-id^="urn:li:activity:"]',
    '[data-urn^="urn:li:activity:"]',
    '[data-urn^="urn:li:ugcPost:"]',
    '[data-urn^="urn:li:share:"]',
  ],
  needs: '.update-components-actor__container, .update-components-actor, .feed-shared-actor',
  inner: [RESHARED, ...OLD_COMMENTS, ...COMMENTS].join(','),
  id: [
    { at: '', attr: 'data-urn', re: `^${URN}$`, to: '$1:$2' },
    { at: '', attr: 'data-id', re: `^${URN}$`, to: '$1:$2' },
  ],
  fields: {
    url: [own(POST)],
    name: title,
    ...who([
      'a.update-components-actor__meta-link',
      '.update-components-actor__container a[href]',
      '.update-components-actor a[href]',
      '.feed-shared-actor a[href]',
    ]),
    text: commentary,
    time: timed,
  },
  links:
    ':is(.update-components-update-v2__commentary, .feed-shared-update-v2__commentary, .update-components-article, .feed-shared-article) a[href]',
  media: [
    {
      kind: 'image',
      at: ':is(.update-components-image, .feed-shared-image) img[src^="http"]',
      attr: 'src',
      alt: 'alt',
    },
    { kind: 'video', at: 'video[poster]', attr: 'poster' },
  ],
  counts: {
    likes: [{ at: `${COUNTS}__reactions-count` }, { at: `${COUNTS}__social-proof-fallback-number` }],
    // A label may precede the number.
    replies: [{ at: `${COUNTS}__comments`, re: '(\\d.*)' }],
    reposts: [{ at: `${COUNTS}__item--right-aligned:not(${COUNTS}__comments)`, re: '(\\d.*)' }],
  },
  quotes: {
    url: [
      {
        at: 'a[href*="/feed/update/urn:li:"]',
        attr: 'href',
        re: URN,
        to: 'https://www.linkedin.com/feed/update/urn:li:$1:$2/',
      },
    ],
    name: title,
    ...who(['a.update-components-actor__meta-link', '.update-components-actor__container a[href]']),
    text: commentary,
    time: [{ at: 'a[href*="/feed/update/urn:li:"]', attr: 'href', re: ':(\\d{10,20})', as: 'linkedin-id' }],
  },
  bar: [
    { at: '.feed-shared-social-action-bar', put: 'append' },
    { at: '.social-actions-button', put: 'after' },
  ],
};

const BAR = '.comments-comment-social-bar';
const classicComment: Form = {
  ...commented,
  root: OLD_COMMENTS,
  sign: 'article',
  id: [{ at: '', attr: 'data-id', re: COMMENT, to: '$1:$2,$3' }],
  fields: {
    ...saying,
    name: [
      { at: '.comments-comment-meta__description-title', re: NAME },
      { at: '.comments-post-meta__name-text span[aria-hidden="true"]', re: NAME },
      { at: '.comments-post-meta__name-text', re: NAME },
    ],
    ...who([
      'a.comments-comment-meta__description-container',
      'a.comments-comment-meta__image-link',
      'a.comments-post-meta__actor-link',
    ]),
    text: [
      { at: '.comments-comment-item__main-content', as: 'text', without: 'button' },
      { at: '.update-components-text', as: 'text', without: 'button' },
    ],
  },
  links: ':is(.comments-comment-item__main-content, .update-components-text) a[href]',
  counts: {
    likes: [{ at: `${BAR}__reactions-count--cr` }, { at: `${BAR}__reactions-count` }],
    replies: [{ at: `${BAR}__replies-count--cr` }, { at: `${BAR}__replies-count` }],
  },
  bar: [
    { at: `${BAR}--cr`, put: 'append' },
    { at: BAR, put: 'append' },
  ],
};

/** What a reply answers, by its position, else by its own name. */
const withAnswers = (form: Form, attr: string): Form => ({ ...form, answers: answers(form.root, attr) });

/**
 * LinkedIn, both of its pages. The newer one gives a post's number in few cards: where neither a comment nor
 * page data has it, the card is partial and without a link.
 */
export const linkedin: Recipe = {
  id: 'linkedin',
  name: 'LinkedIn',
  version: 2,
  verified: '2026-11',
  hosts: ['linkedin.com'],
  origins: ['https://www.linkedin.com/*'],
  held: {
    urn: [
      {
        path: '__reactFiber$*',
        within: ['key', 'memoizedProps'],
        re: 'urn:li:(?:activity|ugcPost|share):\\d{10,20}(?!\\d)',
      },
      {
        path: '__reactFiber$*',
        within: ['memoizedProps'],
        named: 'activityId',
        re: '^\\d{10,20}$',
        before: 'urn:li:activity:',
      },
    ],
  },
  watches: ['componentkey', 'data-urn', 'data-id'],
  wraps: ['lnkd.in'],
  redirects: { '/safety/go': 'url', '/redir/redirect': 'url' },
  look: {
    icon: 18,
    box: 32,
    gap: 2,
    like: 'button svg[id^="comment-"], .feed-shared-social-action-bar button, .comments-comment-social-bar--cr button, button svg',
  },
  forms: [drawn, withAnswers(drawnComment, 'componentkey'), classic, withAnswers(classicComment, 'data-id')],
};

import type { Candidate, Fields, Form, Recipe } from './recipe.ts';

const PERMALINK = '/@([^/]+)/(\\d+)';
const own = (to: string): Candidate => ({ at: '', re: '', to });

const author = {
  name: [
    { at: '.display-name__html', as: 'text' },
    { at: '.display-name strong', as: 'text' },
  ],
  handle: [
    { at: '.display-name__account', re: '(@\\S+)' },
    { at: '', attr: 'data-status-by', re: '^@?(.+)$', to: '@$1' },
    own('@{1}'),
  ],
  profile: [
    {
      at: 'a.status__display-name:not(.muted), a.detailed-status__display-name',
      attr: 'href',
      as: 'address',
    },
    own('/@{1}'),
  ],
} as const satisfies Partial<Fields>;

const text: Candidate[] = [
  // For remote readers the server prepends a line about the quoted post, hidden beside the quotation.
  {
    at: '.status__content__text:has(.quote-inline)',
    as: 'text',
    re: '^RE:\\s*https?://\\S+\\s+([\\s\\S]+)$',
  },
  { at: '.status__content__text', as: 'text' },
  { at: '.status__content:not(.status__content--with-spoiler)', as: 'text' },
];
/** A content warning is not part of the text, which may be absent until it is opened. */
const warning: Candidate[] = [
  { at: '.content-warning:not(.content-warning--filter) p', as: 'text' },
  { at: '.status__content--with-spoiler > p > .translate', as: 'text' },
  {
    at: '.status__content__spoiler-link',
    up: 'p',
    as: 'text',
    without: 'button, .status__content__spoiler-link',
  },
];
const lang: Candidate[] = [{ at: '.status__content__text[lang]', attr: 'lang' }];
const quoted: Fields = {
  url: [{ at: 'a.status__relative-time', attr: 'href', as: 'address' }],
  name: author.name,
  handle: [{ at: '.display-name__account', re: '(@\\S+)' }],
  profile: [{ at: 'a.status__display-name', attr: 'href', as: 'address' }],
  text,
  time: [{ at: '.status__relative-time time[datetime]', attr: 'datetime', as: 'moment' }],
};

const shared = {
  kind: 'post',
  inner: '.status__quote',
  links:
    '.status__content a[href]:not(.mention, .quote-inline a), .status-card[href], .status-card__content[href]',
  media: [
    { kind: 'image', at: 'a.media-gallery__item-thumbnail', attr: 'href', alt: 'alt' },
    { kind: 'video', at: 'video[poster]', attr: 'poster', alt: 'aria-label' },
    { kind: 'video', at: '.media-gallery__gifv video[src]:not([poster])', attr: 'src', alt: 'aria-label' },
  ],
  quotes: quoted,
} as const satisfies Partial<Form>;

/**
 * Cards of the redesign after 4.5 have no names, only structure: an article with a header; the text is the part
 * with a language; the row is the last of the footer.
 */
const BODY = ':scope > header ~ div';
const ROW = ':scope > footer > div:last-child';
const redesigned: Form = {
  kind: 'post',
  // In lists, another article with the same id wraps each card.
  root: ['article[data-id]:not([aria-posinset])'],
  needs: 'header a[data-hover-card-account]',
  // A quotation's text is in one element, inside a link.
  inner:
    'article[data-id] article[data-id], article[data-id] > header ~ div > div:not([lang]) > a[href*="/@"]',
  id: [
    { at: 'header time[datetime]', up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
    { at: 'footer a[href]', attr: 'href', re: PERMALINK, to: '$2' },
    { at: '', attr: 'data-id', re: '^()?(\\d+)$', to: '$2' },
  ],
  fields: {
    url: [{ at: 'header time[datetime]', up: 'a', attr: 'href', as: 'address' }, own('/@{1}/{2}')],
    name: [
      { at: 'header .display-name__html', as: 'text' },
      { at: 'header a[data-hover-card-account] bdi', as: 'text' },
    ],
    handle: [
      { at: 'header p + p a[data-hover-card-account]', re: '(@\\S+)' },
      { at: 'header a[title^="@"]', attr: 'title', re: '^(@\\S+)$' },
      own('@{1}'),
    ],
    profile: [{ at: 'header a[data-hover-card-account]', attr: 'href', as: 'address' }, own('/@{1}')],
    text: [
      { at: `${BODY} > [lang]`, as: 'text' },
      { at: `${BODY} > div:has(> p)`, as: 'text' },
    ],
    title: [
      ...warning,
      { at: ':scope > header ~ div[aria-controls]:has(> svg)', as: 'text', without: 'button' },
    ],
    lang: [{ at: `${BODY} > [lang]`, attr: 'lang' }],
    time: [
      { at: 'header time[datetime]', attr: 'datetime', as: 'moment' },
      { ...own('{2}'), as: 'mastodon-id' },
    ],
  },
  links: `${BODY} > [lang] a[href]:not(.mention), ${BODY} a[target="_blank"][rel~="noopener"]:not([lang] a, span > a, .media-gallery a)`,
  media: shared.media,
  counts: {
    replies: [{ at: `${ROW} > :nth-child(1)` }],
    reposts: [{ at: `${ROW} > :nth-child(2)` }],
    likes: [{ at: `${ROW} > :nth-child(3)` }],
  },
  quotes: {
    url: [{ at: '', attr: 'href', as: 'address' }],
    name: [{ at: '', attr: 'href', re: PERMALINK, to: '@$1' }],
    handle: [{ at: '', attr: 'href', re: PERMALINK, to: '@$1' }],
    profile: [{ at: '', attr: 'href', re: '^(.*/@[^/]+)/\\d+', to: '$1', as: 'address' }],
    text: [
      { at: '[lang]', as: 'text' },
      { at: '', as: 'text' },
    ],
    time: [],
  },
  bar: [{ at: ROW, put: 'append' }],
};

/** Since 4.3 every button has a wrapper; before, buttons were in the row itself. */
const counter = (at: number): Candidate[] => [
  { at: `.status__action-bar > :nth-child(${at}) .icon-button__counter` },
];

/**
 * Mastodon's own web app on any host (also glitch-soc). Off-screen content is unmounted; the reply's card is a
 * new element.
 */
export const mastodon: Recipe = {
  id: 'mastodon',
  name: 'Mastodon',
  version: 3,
  verified: '2026-11',
  hosts: [],
  origins: [],
  page: '#mastodon',
  keyedByHost: true,
  look: {
    icon: 18,
    box: 28,
    gap: 6,
    like: '.status__action-bar button, .detailed-status__action-bar button',
  },
  forms: [
    {
      ...shared,
      root: ['.status[data-id]'],
      not: '.status__quote .status',
      id: [
        { at: 'a.status__relative-time', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'time[datetime]', up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
        { at: '', attr: 'data-id', re: '^()?(\\d+)$', to: '$2' },
      ],
      fields: {
        ...author,
        url: [{ at: 'a.status__relative-time', attr: 'href', as: 'address' }, own('/@{1}/{2}')],
        text,
        title: warning,
        lang,
        time: [
          { at: '.status__relative-time time[datetime]', attr: 'datetime', as: 'moment' },
          { at: 'time[datetime]', attr: 'datetime', as: 'moment' },
          { ...own('{2}'), as: 'mastodon-id' },
        ],
      },
      counts: { replies: counter(1), reposts: counter(2), likes: counter(3) },
      bar: [{ at: '.status__action-bar', put: 'append' }],
    },
    {
      ...shared,
      root: ['.detailed-status__wrapper', '.detailed-status'],
      id: [
        { at: 'a.detailed-status__datetime', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'a.detailed-status__link', attr: 'href', re: PERMALINK, to: '$2' },
        { at: '', from: 'location', re: PERMALINK, to: '$2' },
      ],
      fields: {
        ...author,
        url: [{ at: 'a.detailed-status__datetime', attr: 'href', as: 'address' }, own('/@{1}/{2}')],
        text,
        title: warning,
        lang,
        time: [
          { at: '.detailed-status__datetime time[datetime]', attr: 'datetime', as: 'moment' },
          { ...own('{2}'), as: 'mastodon-id' },
        ],
      },
      counts: {
        reposts: [{ at: '.detailed-status__reblogs' }],
        likes: [{ at: '.detailed-status__favorites' }],
        quotes: [{ at: '.detailed-status__quotes' }],
      },
      bar: [{ at: '.detailed-status__action-bar', put: 'append' }],
    },
    redesigned,
  ],
};

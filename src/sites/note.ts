import type { Candidate, Form, Recipe } from './recipe.ts';

const PERMALINK = '/([A-Za-z0-9_]+)/n/(n[0-9a-f]+)';
const LINK = 'a[href*="/n/n"]';
/** The account's page, relative or absolute. */
const PAGE = 'a[href="/{1}"], a[href="https://note.com/{1}"]';

/** The body has no role; the newest pages mark it by an attribute, all since 2020 by a class. */
const BODY = ':is([data-name="body"], .note-common-styles__textnote-body, .o-noteContentText__body)';

const own = (to: string): Candidate => ({ at: '', re: '', to });

const author = {
  handle: [own('@{1}')],
  profile: [own('https://note.com/{1}')],
} as const;
const url = [own('https://note.com/{1}/n/{2}')];

/**
 * The heart is a toggle button with its count beside it. A figure that the page names comes first, since a
 * heart may have other text beside it.
 */
const likes: Candidate[] = [
  { at: '.o-noteLikeV3__count', re: '(\\d[\\s\\S]*)' },
  { at: '.o-noteLike__count', re: '(\\d[\\s\\S]*)' },
  { at: 'button[aria-pressed] + *', re: '^(\\d[\\d,.]*\\S?)$' },
  { at: '.m-noteBody__statusLabel', re: '(\\d[\\s\\S]*)' },
];

/** An article's own page. */
const article: Form = {
  kind: 'article',
  root: ['article'],
  // It may contain recommendations.
  nests: true,
  on: `^${PERMALINK}`,
  needs: 'h1',
  id: [{ at: '', from: 'location', re: PERMALINK, to: '$2' }],
  fields: {
    ...author,
    url,
    name: [
      { at: PAGE },
      // Older pages link the name by a differently spelled address.
      { at: '.o-noteContentHeader__name a' },
      { at: '.o-noteContentHeader__creatorInfo a' },
    ],
    title: [{ at: 'h1' }],
    text: [
      { at: BODY, as: 'text' },
      { at: 'h1', as: 'text' },
    ],
    time: [{ at: 'time[datetime]', attr: 'datetime', as: 'moment' }],
  },
  // A picture links to itself.
  links: `${BODY} a[href^="http"]:not([href*=".st-note.com/"])`,
  tags: 'a[href*="/hashtag/"]',
  // Paid content is not in the page.
  cut: '.o-noteAreaPaymentWall, .o-paywall, .m-before-purchasing-button',
  media: [
    { kind: 'image', at: '.o-noteEyecatch img', attr: 'src', alt: 'alt' },
    { kind: 'image', at: `${BODY} img[src]`, attr: 'src', alt: 'alt' },
    { kind: 'video', at: `${BODY} video[poster]`, attr: 'poster' },
  ],
  counts: { likes },
  bar: [
    { at: '.p-article__action', put: 'append' },
    { at: '.o-noteLikeV3', put: 'after' },
    { at: 'button[aria-pressed]', put: 'after' },
    { at: 'time[datetime]', put: 'after' },
    { at: 'h1', put: 'after' },
  ],
};

/** A card in a list, magazine, timeline or search: title and beginning. */
const card: Form = {
  kind: 'article',
  root: [
    // Cards have neither role nor hook: these are the site's own class names, which are not hashed.
    '.m-timelineItemWrapper__itemWrapper',
    '.m-largeNoteWrapper',
    '.m-largeNoteWrapper__card',
    '.o-horizontalTimeLineNote',
    // The redesigned list, by its design tokens.
    '.flex.w-full.bg-surface-normal',
  ],
  needs: LINK,
  id: [{ at: LINK, attr: 'href', re: PERMALINK, to: '$2' }],
  fields: {
    ...author,
    url,
    name: [{ at: PAGE }, { at: '.o-largeNoteSummary__userName' }],
    title: [{ at: LINK, attr: 'title' }, { at: 'h3' }, { at: LINK, attr: 'aria-label' }],
    text: [
      { at: '.m-noteBody__description', as: 'text' },
      { at: 'h3', as: 'text' },
      { at: LINK, attr: 'title' },
      { at: LINK, attr: 'aria-label' },
    ],
    time: [{ at: 'time[datetime]', attr: 'datetime', as: 'moment' }],
  },
  // A list shows only the beginning.
  cut: LINK,
  media: [{ kind: 'image', at: `${LINK} img[src]`, attr: 'src', alt: 'alt' }],
  counts: { likes },
  bar: [
    { at: '.o-noteLikeV3', put: 'after' },
    { at: 'button[aria-pressed]', put: 'after' },
    { at: 'time[datetime]', put: 'after' },
    { at: 'h3', put: 'after' },
    { at: '', put: 'append' },
  ],
};

/** note: a single-page app whose class names are stable words. */
export const note: Recipe = {
  id: 'note',
  name: 'note',
  version: 1,
  verified: '2026-08',
  hosts: ['note.com'],
  origins: ['https://note.com/*'],
  look: { icon: 20, box: 32, gap: 2, like: 'button[aria-pressed], .o-noteLikeV3, time', raised: true },
  forms: [article, card],
};

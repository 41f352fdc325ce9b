import type { Candidate, Form, Recipe } from './recipe.ts';

/** Kind and shortcode. `/reels/audio/…` is a piece of music. */
const PERMALINK = '/(p|reel|tv)s?/(?!audio/)([A-Za-z0-9_-]+)';
const ON_POST = '^/(?:[\\w.]+/)?(?:p|reel|tv)/[\\w-]+';
/** An author's page: an address of a single segment that is not one of the site's own words. */
const AUTHOR =
  '^(?:https://www\\.instagram\\.com)?/(?!(?:explore|p|reel|reels|tv|stories|direct|accounts|about|legal|popular)/)([A-Za-z0-9._]+)/(?:reels/)?(?:\\?.*)?$';
const HOST = 'https://www.instagram.com';

const own = (to: string): Candidate => ({ at: '', re: '', to });
/** A link to the author, formatted by the template. */
const by = (at: string, to: string): Candidate => ({ at, attr: 'href', re: AUTHOR, to });
/** The author in a permalink, which has the name on profile pages and on the newest pages. */
const inPermalink = (at: string, up: string, to: string): Candidate => ({
  at,
  ...(up && { up }),
  attr: 'href',
  re: '/([A-Za-z0-9._]+)/(?:p|reel|tv)/[\\w-]+',
  to,
});

/** Links beside a date: a post's own, not one to a comment. */
const MOMENT =
  'a[href*="/p/"]:not([href*="/c/"]) time, a[href*="/reel/"]:not([href*="/c/"]) time, a[href*="/tv/"]:not([href*="/c/"]) time';
const LINK = 'a[href*="/p/"], a[href*="/reel/"], a[href*="/tv/"]';

const author = (to: string): Candidate[] => [
  by('header a[href^="/"]', to),
  by('hr + div a[role="link"][href^="/"]', to),
  inPermalink(MOMENT, 'a', to),
  by('a[role="link"][href^="/"]', to),
  by('a[href^="/"], a[href^="https://www.instagram.com/"]', to),
];

/**
 * Running text that is no name, count or button. The caption comes first. A comment is inside a button, the
 * page's own text in a section.
 */
const CAPTION =
  'span[dir="auto"]:not(main [role="dialog"] *, header *, :is(article, main) section *, a *, :is(h2, h3) *, :is(button, [role="button"]):not(:has(time)) *, span[dir="auto"] *)';
const MORE = '[role="button"], button';

const id: Candidate[] = [
  { at: MOMENT, up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
  { at: LINK, attr: 'href', re: PERMALINK, to: '$2' },
];

const post = {
  kind: 'post',
  // Comments and tiles are nested; a slide of a carousel resembles a comment.
  nests: true,
  fields: {
    url: [own(`${HOST}/{1}/{2}/`)],
    // The site shows an author only by handle.
    name: author('$1'),
    handle: author('@$1'),
    profile: author(`${HOST}/$1/`),
    text: [
      { at: 'h1:not(main [role="dialog"] *)', as: 'text', without: MORE },
      // Signed out, the caption follows a line, after author and date.
      { at: 'hr + div span[dir="auto"] > div > div:has(time) + span', as: 'text', without: MORE },
      { at: CAPTION, as: 'text', without: MORE },
    ],
    time: [
      { at: MOMENT, attr: 'datetime', as: 'moment' },
      { at: 'time[datetime]', attr: 'datetime', as: 'moment' },
      { ...own('{2}'), as: 'instagram-id' },
    ],
  },
  links:
    'h1 a[href^="http"]:not(main [role="dialog"] *), span[dir="auto"] a[href^="http"]:not(main [role="dialog"] *)',
  cut: `:is(h1, ${CAPTION}) :is(${MORE})`,
  // Slides away from the visible one are not in the page.
  more: '[role="presentation"] ul > li :is(img, video)',
  media: [
    { kind: 'video', at: 'video[poster]', attr: 'poster' },
    { kind: 'video', at: 'video[src^="http"]:not([poster])', attr: 'src' },
    // A file's folder tells its kind: `-15` a post's picture, `-19` a portrait.
    {
      kind: 'image',
      at: 'img[src*="-15/"]:not(header *, a *)',
      attr: 'src',
      alt: 'alt',
    },
    { kind: 'image', at: 'img[srcset]:not(header *, a *, [src*="-19/"])', attr: 'src', alt: 'alt' },
  ],
  counts: {
    // "Liked by A and 12 others" is beside the link of A, and one too few.
    likes: [{ at: 'a[href*="/liked_by/"]:only-of-type', re: '(\\d[\\s\\S]*)' }],
    replies: [{ at: 'a[href*="/comments/"]', re: '(\\d[\\s\\S]*)' }],
  },
  bar: [
    // Like, comment and share are together; save is at the other end.
    { at: 'section > :first-child', put: 'append' },
    { at: 'time[datetime]', up: 'a', put: 'after' },
    { at: 'header', put: 'append' },
  ],
} as const satisfies Partial<Form>;

/** A comment or a reply to one, by its own permalink. */
const comment: Form = {
  kind: 'comment',
  // Signed out there are no lists: the element beside a portrait has the comment's only link.
  root: ['ul li', 'main a[role="link"] + div'],
  nests: true,
  needs: 'a[href*="/c/"] time',
  id: [
    { at: 'a[href*="/c/"]', attr: 'href', re: `${PERMALINK}/c/(\\d+)/r/(\\d+)`, to: '$2/$3/$4' },
    { at: 'a[href*="/c/"]', attr: 'href', re: `${PERMALINK}/c/(\\d+)`, to: '$2/$3' },
  ],
  fields: {
    url: [
      { at: 'a[href*="/c/"]', attr: 'href', re: '^([^?#]*/c/\\d+/(?:r/\\d+/)?)', as: 'address' },
      { at: 'a[href*="/c/"]', attr: 'href', as: 'address' },
    ],
    name: [by('a[href^="/"]', '$1')],
    handle: [by('a[href^="/"]', '@$1')],
    profile: [by('a[href^="/"]', `${HOST}/$1/`)],
    text: [
      { at: 'div:has(> span a[href*="/c/"] time) + span[dir="auto"]', as: 'text', without: MORE },
      { at: CAPTION, as: 'text', without: MORE },
    ],
    time: [{ at: 'a[href*="/c/"] time', attr: 'datetime', as: 'moment' }],
  },
  links: 'span[dir="auto"] a[href^="http"]',
  answers: [
    {
      at: 'a[href*="/c/"]',
      attr: 'href',
      re: `${PERMALINK}/c/(\\d+)/r/\\d+`,
      to: `${HOST}/$1/$2/c/$3/`,
    },
    { at: 'a[href*="/c/"]', attr: 'href', re: PERMALINK, to: `${HOST}/$1/$2/` },
  ],
  bar: [{ at: 'a[href*="/c/"] time', up: 'a', put: 'after' }],
};

/** A picture in a grid, only a link: the text is on the post's own page. */
const tile: Form = {
  kind: 'post',
  root: ['main a[href*="/p/"]', 'main a[href*="/reel/"]'],
  needs: 'img',
  id: [{ at: '', attr: 'href', re: PERMALINK, to: '$2' }],
  fields: {
    url: [own(`${HOST}/{1}/{2}/`)],
    name: [inPermalink('', '', '$1')],
    handle: [inPermalink('', '', '@$1')],
    profile: [inPermalink('', '', `${HOST}/$1/`)],
    text: [],
    time: [{ ...own('{2}'), as: 'instagram-id' }],
  },
  media: [{ kind: 'image', at: 'img', attr: 'src', alt: 'alt' }],
  bar: [{ at: '', put: 'append', over: true }],
};

/** The one reel that fills the window: its neighbours have no address yet. */
const reel: Form = {
  ...post,
  root: ['main div[role="presentation"]'],
  on: '^/reels/[\\w-]+',
  needs: 'video',
  swiped: true,
  id: [{ at: '', from: 'location', re: PERMALINK, to: '$2' }],
  fields: {
    ...post.fields,
    url: [own(`${HOST}/reel/{2}/`)],
    text: [{ at: '[role="button"] > [dir="auto"] > span:first-child', as: 'text' }, ...post.fields.text],
  },
  cut: '[role="button"] > [dir="auto"] > span + span',
  bar: [
    { at: 'section > :first-child', put: 'append' },
    { at: 'a[role="link"] [dir="auto"]', up: 'a', put: 'after' },
    { at: 'a[role="link"][href^="/"]:not([href*="/audio/"])', put: 'after' },
    { at: '', put: 'append', over: true },
  ],
};

/** Since 2025 the video is beside that part and not inside it. Distant slides are empty shells. */
const slide: Form = { ...reel, root: ['main > div > div'], lacks: '[role="presentation"] video' };

/** Instagram: all classes are hashed; permalinks, dates, roles and a few tags are stable. */
export const instagram: Recipe = {
  id: 'instagram',
  name: 'Instagram',
  version: 2,
  verified: '2026-08',
  hosts: ['instagram.com'],
  origins: ['https://www.instagram.com/*'],
  wraps: ['l.instagram.com'],
  look: { icon: 24, box: 40, gap: 0, like: 'section svg', start: 4 },
  forms: [
    // An advertisement has no date.
    { ...post, root: ['article'], needs: 'time[datetime]', id },
    comment,
    tile,
    reel,
    slide,
    // Today's post page has no article: its main part is the post, unless another page is behind it.
    {
      ...post,
      root: ['main'],
      on: ON_POST,
      needs: 'time[datetime]',
      id: [...id.slice(0, 1), { at: '', from: 'location', re: PERMALINK, to: '$2' }],
    },
  ],
};

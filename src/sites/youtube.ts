import type { Candidate, Fields, Form, Recipe } from './recipe.ts';

const own = (to: string): Candidate => ({ at: '', re: '', to });
const WATCH = 'https://www.youtube.com/watch?v=';
const CHANNEL = '/(@[^/?#]+|channel/UC[\\w-]{22})';

/** A channel's handle and page, from links to it. */
const channel = (links: string): Pick<Fields, 'handle' | 'profile'> => ({
  handle: [{ at: links, attr: 'href', re: CHANNEL }],
  profile: [{ at: links, attr: 'href', re: CHANNEL, to: 'https://www.youtube.com/$1' }],
});
/** The same where only page data has it. */
const channelProperty = (at: string): { handle: Candidate; profile: Candidate } => {
  const property = { at, from: 'held', attr: 'channel', of: '{1}', re: CHANNEL } as const;
  return { handle: property, profile: { ...property, to: 'https://www.youtube.com/$1' } };
};
const [channelOfCard, channelOfLockup] = [channelProperty(''), channelProperty('yt-lockup-view-model')];

/** A video's thumbnail, by the id in its address. */
const still = (at: string, attr: string, re: string) =>
  ({ kind: 'video', at, attr, re, to: 'https://i.ytimg.com/vi/$1/hqdefault.jpg' }) as const;
const digits = '(\\d[\\d.,\\s]*)';

/** A page's main video. Its element is reused for the next video, and stays when the page is left. */
const watch: Form = {
  kind: 'video',
  root: ['ytd-watch-flexy:not([hidden])', 'ytm-watch'],
  nests: true,
  // A page of its own, never inside a card.
  sign: ':not(*)',
  needs:
    'ytd-watch-metadata #title h1, ytd-video-primary-info-renderer h1, ytm-slim-video-metadata-section-renderer',
  id: [
    { at: '', attr: 'video-id', re: '^([\\w-]{11})$' },
    { at: '', from: 'location', re: '[?&]v=([\\w-]{11})' },
  ],
  fields: {
    url: [own(`${WATCH}{1}`)],
    name: [
      { at: '#owner ytd-channel-name a' },
      { at: 'ytd-video-owner-renderer ytd-channel-name a' },
      { at: 'ytm-slim-owner-renderer .slim-owner-channel-name, ytm-slim-owner-renderer h3' },
    ],
    handle: [
      ...channel('#owner ytd-channel-name a, ytd-video-owner-renderer a, ytm-slim-owner-renderer a').handle,
      channelProperty('#movie_player').handle,
    ],
    profile: [
      ...channel('#owner ytd-channel-name a, ytd-video-owner-renderer a, ytm-slim-owner-renderer a').profile,
      channelProperty('#movie_player').profile,
    ],
    title: [
      { at: 'ytd-watch-metadata #title h1' },
      { at: 'ytd-video-primary-info-renderer h1' },
      { at: '.slim-video-information-title' },
    ],
    text: [
      // The full text is in the page, hidden while folded.
      { at: '#description-inline-expander #expanded', as: 'lines' },
      { at: '#description-inline-expander #attributed-snippet-text', as: 'lines' },
      { at: '#description-inline-expander #snippet-text', as: 'lines' },
      { at: 'ytd-video-secondary-info-renderer #description', as: 'lines' },
      { at: 'ytd-watch-metadata #title h1' },
      { at: 'ytd-video-primary-info-renderer h1' },
      { at: '.slim-video-information-title' },
    ],
    time: [{ at: '#movie_player', from: 'held', attr: 'made', of: '{1}', as: 'moment' }],
  },
  links: ':is(#description-inline-expander, ytd-video-secondary-info-renderer #description) a[href]',
  media: [
    still('', 'video-id', '^([\\w-]{11})$'),
    still('a.ytp-title-link', 'href', '^.*[?&]v=([\\w-]{11})[\\s\\S]*$'),
  ],
  counts: {
    views: [
      { at: 'ytd-watch-info-text #view-count', attr: 'aria-label', re: digits },
      { at: 'ytd-video-view-count-renderer .view-count' },
      { at: 'ytd-watch-info-text #view-count' },
    ],
    likes: [
      { at: 'like-button-view-model button', attr: 'aria-label', re: digits },
      { at: 'like-button-view-model button' },
      { at: '#top-level-buttons-computed ytd-toggle-button-renderer #text', attr: 'aria-label', re: digits },
    ],
    replies: [{ at: 'ytd-comments-header-renderer #count' }],
  },
  bar: [
    { at: 'ytd-watch-metadata #top-level-buttons-computed', put: 'append' },
    { at: 'ytd-watch-metadata #actions #menu', put: 'append' },
    { at: 'ytd-video-primary-info-renderer #top-level-buttons-computed', put: 'append' },
    { at: '.slim-video-action-bar-actions', put: 'append' },
  ],
};

const STILL = '.reel-video-in-sequence-thumbnail';
const REEL = 'yt-reel-channel-bar-view-model a[href^="/@"], ytd-reel-player-header-renderer a[href^="/@"]';

/** A short: only the visible one of the sequence is rendered. */
const short: Form = {
  kind: 'video',
  root: ['.reel-video-in-sequence-new', 'ytd-reel-video-renderer'],
  needs: 'reel-action-bar-view-model, ytd-reel-player-header-renderer',
  id: [
    { at: STILL, attr: 'style', re: '/vi/([\\w-]{11})/' },
    { at: '', from: 'location', re: '/shorts/([\\w-]{11})' },
  ],
  fields: {
    url: [own('https://www.youtube.com/shorts/{1}')],
    name: [{ at: REEL, re: '(\\S.*)' }],
    ...channel(REEL),
    title: [{ at: 'yt-shorts-video-title-view-model :is(h1, h2)' }, { at: 'h2.title' }],
    text: [
      { at: 'yt-shorts-video-title-view-model :is(h1, h2)', as: 'lines' },
      { at: 'h2.title', as: 'lines' },
    ],
    time: [{ at: '#shorts-player', from: 'held', attr: 'made', of: '{1}', as: 'moment' }],
  },
  media: [still(STILL, 'style', '^[\\s\\S]*?/vi/([\\w-]{11})/[\\s\\S]*$')],
  counts: {
    likes: [
      { at: 'like-button-view-model button', attr: 'aria-label', re: digits },
      { at: 'like-button-view-model' },
      { at: '#like-button' },
    ],
  },
  bar: [
    { at: 'reel-action-bar-view-model', put: 'append' },
    { at: '#actions', put: 'append' },
  ],
};

const ROW = '.ytContentMetadataViewModelMetadataRow';
/** Any version: class names of a row change often, its position does not. */
const ANY_ROW = 'yt-content-metadata-view-model > div';
const OLDER_ROW = '.yt-content-metadata-view-model-wiz__metadata-row';
const VIDEO = 'a[href*="/watch?v="]:not([href*="start_radio="])';
const BY = 'ytd-channel-name a, a[href^="/@"], a[href^="/channel/UC"]';
const heading: Candidate[] = [
  { at: 'h3[title]', attr: 'title' },
  { at: '#video-title', attr: 'title' },
  { at: '#video-title' },
  { at: 'h3' },
  { at: '.media-item-headline' },
];

/** A video in a list. Lists give dates only in words, and on a channel's own pages no author. */
const listed: Form = {
  kind: 'video',
  root: [
    'ytd-rich-item-renderer',
    'ytd-video-renderer',
    'ytd-compact-video-renderer',
    'ytd-grid-video-renderer',
    'yt-lockup-view-model',
    'ytm-rich-item-renderer',
    'ytm-video-with-context-renderer',
  ],
  needs: `${VIDEO}, a[href*="/shorts/"]`,
  lacks: 'ytd-ad-slot-renderer, ytd-in-feed-ad-layout-renderer, ytm-promoted-item, ad-badge-view-model',
  id: [
    { at: VIDEO, attr: 'href', re: '[?&]v=([\\w-]{11})' },
    { at: 'a[href*="/shorts/"]', attr: 'href', re: '/shorts/([\\w-]{11})' },
  ],
  fields: {
    url: [
      {
        at: 'a[href*="/shorts/"]',
        attr: 'href',
        re: '/shorts/([\\w-]{11})',
        to: 'https://www.youtube.com/shorts/$1',
      },
      own(`${WATCH}{1}`),
    ],
    name: [
      // A single row has the views.
      { at: `${ROW}:not(:last-child)` },
      { at: `${OLDER_ROW}:not(:last-child)` },
      { at: `${ANY_ROW}:first-of-type:not(:last-of-type)` },
      { at: 'ytd-channel-name a' },
      { at: 'ytd-channel-name #text' },
      { at: '.ytm-badge-and-byline-item-byline:not(:last-child)' },
    ],
    handle: [...channel(BY).handle, channelOfCard.handle, channelOfLockup.handle],
    profile: [...channel(BY).profile, channelOfCard.profile, channelOfLockup.profile],
    title: heading,
    text: heading,
    time: [],
  },
  media: [
    still(VIDEO, 'href', '^.*[?&]v=([\\w-]{11})[\\s\\S]*$'),
    still('a[href*="/shorts/"]', 'href', '^.*/shorts/([\\w-]{11})[\\s\\S]*$'),
  ],
  counts: {
    views: [
      { at: `${ROW}:last-child > span:first-child:not(:last-child)` },
      { at: `${OLDER_ROW}:last-child > span:first-child:not(:last-child)` },
      // A third row is a badge.
      { at: `${ANY_ROW}:nth-of-type(2) > [role="text"]:first-child:not(:last-child)` },
      { at: `${ANY_ROW}:only-of-type > [role="text"]:first-child:not(:last-child)` },
      { at: '#metadata-line > span:first-of-type:not(:last-of-type)' },
    ],
  },
  bar: [
    { at: `${ROW}:last-child`, put: 'append' },
    { at: `${OLDER_ROW}:last-child`, put: 'append' },
    { at: `${ANY_ROW}:last-of-type`, put: 'append' },
    { at: '#metadata-line', put: 'append' },
    { at: 'ytm-badge-and-byline-renderer', put: 'append' },
    { at: 'h3', put: 'after' },
  ],
};

const TIME_LINK = '#published-time-text a[href*="lc="]';
/** A comment or reply: a reply's id contains that of its parent. */
const comment: Form = {
  kind: 'comment',
  root: ['ytd-comment-view-model', 'ytd-comment-renderer'],
  id: [{ at: TIME_LINK, attr: 'href', re: '[?&]lc=([\\w.-]+)' }],
  fields: {
    url: [
      {
        at: TIME_LINK,
        attr: 'href',
        re: '^[^?]*\\?(?:[^&]*&){0,9}?v=([\\w-]{11})(?:&[^&]*){0,9}?&lc=([\\w.-]+)',
        to: `${WATCH}$1&lc=$2`,
      },
      { at: TIME_LINK, attr: 'href', as: 'address' },
    ],
    name: [{ at: '#author-text', re: '(\\S.*)' }],
    ...channel('#author-text'),
    text: [{ at: '#content-text', as: 'lines' }],
    time: [],
  },
  links: '#content-text a[href]',
  counts: { likes: [{ at: '#vote-count-middle' }] },
  answers: [
    {
      at: TIME_LINK,
      attr: 'href',
      re: '^[^?]*\\?(?:[^&]*&){0,9}?v=([\\w-]{11})(?:&[^&]*){0,9}?&lc=([\\w-]+)\\.',
      to: `${WATCH}$1&lc=$2`,
    },
    { at: TIME_LINK, attr: 'href', re: '[?&]v=([\\w-]{11})', to: `${WATCH}$1` },
  ],
  bar: [
    { at: 'ytd-comment-engagement-bar #toolbar', put: 'append' },
    { at: '#toolbar', put: 'append' },
  ],
};

/** A channel's community post. */
const community: Form = {
  kind: 'post',
  root: ['ytd-backstage-post-renderer', 'ytd-post-renderer', 'ytm-backstage-post-renderer'],
  id: [{ at: 'a[href*="/post/"]', attr: 'href', re: '/post/([\\w-]{10,})' }],
  fields: {
    url: [own('https://www.youtube.com/post/{1}')],
    name: [{ at: '#author-text' }, { at: 'a[href^="/@"]' }],
    ...channel('#author-text, a[href^="/@"]'),
    text: [
      { at: '#home-content-text', as: 'lines' },
      { at: '#content-text', as: 'lines' },
    ],
    time: [],
  },
  links: ':is(#content-text, #home-content-text) a[href]',
  media: [{ kind: 'image', at: '#content-attachment img[src^="http"]', attr: 'src', alt: 'alt' }],
  counts: { likes: [{ at: '#vote-count-middle' }] },
  bar: [{ at: '#toolbar', put: 'append' }],
};

const browse = 'navigationEndpoint.browseEndpoint.canonicalBaseUrl';
const tapped =
  'metadata.lockupMetadataViewModel.image.decoratedAvatarViewModel.rendererContext.commandContext.onTap.innertubeCommand.browseEndpoint.canonicalBaseUrl';
const by = (path: string, of: string) => ({ path, of, re: '^/(?:@[^/?#]+|channel/UC[\\w-]{22})' });
const renderer = (start: string) =>
  ['ownerText', 'longBylineText', 'shortBylineText'].map((name) =>
    by(`${start}.${name}.runs.0.${browse}`, `${start}.videoId`),
  );

/**
 * YouTube. Its elements are in the page's own tree and are refilled while browsing; only the player knows a
 * video's date, and for many cards only their data has the author.
 */
export const youtube: Recipe = {
  id: 'youtube',
  name: 'YouTube',
  version: 2,
  verified: '2026-11',
  hosts: ['youtube.com', 'm.youtube.com'],
  origins: ['https://www.youtube.com/*', 'https://m.youtube.com/*'],
  held: {
    channel: [
      ...renderer('data'),
      ...renderer('data.content.videoRenderer'),
      by(`data.content.lockupViewModel.${tapped}`, 'data.content.lockupViewModel.contentId'),
      by(`rawProps.data.().${tapped}`, 'rawProps.data.().contentId'),
      by(`componentProps.data.().${tapped}`, 'componentProps.data.().contentId'),
      {
        path: 'getPlayerResponse.().microformat.playerMicroformatRenderer.ownerProfileUrl',
        of: 'getPlayerResponse.().videoDetails.videoId',
        re: '^https?://www\\.youtube\\.com(/.+)$',
      },
    ],
    made: ['publishDate', 'uploadDate'].map((name) => ({
      path: `getPlayerResponse.().microformat.playerMicroformatRenderer.${name}`,
      of: 'getPlayerResponse.().videoDetails.videoId',
      re: '^\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2}))?$',
    })),
  },
  watches: ['video-id', 'hidden'],
  redirects: { '/redirect': 'q' },
  look: {
    icon: 20,
    box: 32,
    gap: 2,
    like: 'like-button-view-model button, #toolbar button, #metadata-line span, .ytContentMetadataViewModelMetadataRow span',
  },
  forms: [watch, short, listed, comment, community],
};

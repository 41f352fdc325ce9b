import type { Candidate, Fields, Recipe } from './recipe.ts';

const PERMALINK = '/@([^/]+)/(\\d+)';
const own = (to: string): Candidate => ({ at: '', re: '', to });

const author = {
  name: [
    { at: '.display-name__html', as: 'text' },
    { at: '.display-name strong', as: 'text' },
  ],
  handle: [{ at: '.display-name__account', re: '(@\\S+)' }, own('@{1}')],
  profile: [own('/@{1}')],
} as const satisfies Partial<Fields>;

const text: Candidate[] = [
  { at: '.status__content__text', as: 'text' },
  { at: '.status__content', as: 'text' },
  { at: '.content-warning', as: 'text' },
  { at: '.status__content__spoiler-link', as: 'text' },
];
const media = [
  { kind: 'image', at: 'a.media-gallery__item-thumbnail', attr: 'href', alt: 'alt' },
  { kind: 'video', at: 'video[poster]', attr: 'poster' },
] as const;
const inner = '.status__quote, .status-card';

/**
 * Mastodon's own web page, on any host that serves it (glitch-soc too). Off-screen content is unmounted; the
 * answering card is a new element.
 */
export const mastodon: Recipe = {
  id: 'mastodon',
  name: 'Mastodon',
  version: 1,
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
      kind: 'post',
      root: ['.status[data-id]'],
      inner,
      id: [
        { at: 'a.status__relative-time', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'time[datetime]', up: 'a', attr: 'href', re: PERMALINK, to: '$2' },
        { at: '', attr: 'data-id', re: '^()?(\\d+)$', to: '$2' },
      ],
      fields: {
        ...author,
        url: [{ at: 'a.status__relative-time', attr: 'href', as: 'address' }, own('/@{1}/{2}')],
        text,
        lang: [{ at: '.status__content__text[lang]', attr: 'lang' }],
        time: [
          { at: '.status__relative-time time[datetime], time[datetime]', attr: 'datetime', as: 'moment' },
          { ...own('{2}'), as: 'mastodon-id' },
        ],
      },
      links: '.status__content a[href]:not(.mention), .status-card[href]',
      media,
      counts: {
        replies: [{ at: '.status__action-bar .icon-button:nth-of-type(1) .icon-button__counter' }],
      },
      answers: [],
      bar: [
        {
          at: '.status__action-bar-dropdown, .status__action-bar__dropdown',
          up: '.status__action-bar',
          put: 'append',
        },
        { at: '.status__action-bar', put: 'append' },
      ],
    },
    {
      kind: 'post',
      root: ['.detailed-status__wrapper', '.detailed-status'],
      inner,
      id: [
        { at: 'a.detailed-status__datetime', attr: 'href', re: PERMALINK, to: '$2' },
        { at: 'a.detailed-status__link', attr: 'href', re: PERMALINK, to: '$2' },
        { at: '', from: 'location', re: PERMALINK, to: '$2' },
      ],
      fields: {
        ...author,
        url: [{ at: 'a.detailed-status__datetime', attr: 'href', as: 'address' }, own('/@{1}/{2}')],
        text,
        lang: [{ at: '.status__content__text[lang]', attr: 'lang' }],
        time: [
          { at: '.detailed-status__datetime time[datetime]', attr: 'datetime', as: 'moment' },
          { ...own('{2}'), as: 'mastodon-id' },
        ],
      },
      links: '.status__content a[href]:not(.mention), .status-card[href]',
      media,
      counts: {
        reposts: [{ at: '.detailed-status__reblogs' }],
        likes: [{ at: '.detailed-status__favorites' }],
        quotes: [{ at: '.detailed-status__quotes' }],
      },
      bar: [{ at: '.detailed-status__action-bar', put: 'append' }],
    },
  ],
};

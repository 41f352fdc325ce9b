import { codePoints } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** A link post is only title and link, so the words, with the disclosure, become the title. */
export const reddit: Channel = {
  id: 'reddit',
  name: 'Reddit',
  mark: 'Re',
  group: 'networks',
  utmSource: 'reddit',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url'],
  titled: true,
  length: { max: 300, count: codePoints },
  verified: '2026-11',
  window: ({ text, url }) => windowAddress('https://www.reddit.com/submit', { url, title: text }),
};

import { codePoints } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** The add page takes address and title; the comment (100 characters) has to be pasted. */
export const hatena: Channel = {
  id: 'hatena',
  name: 'はてなブックマーク',
  nameKey: 'channelHatena',
  mark: 'B!',
  group: 'networks',
  utmSource: 'hatena',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['url', 'title'],
  length: { max: 100, count: codePoints },
  verified: '2026-11',
  window: ({ url, title }) => windowAddress('https://b.hatena.ne.jp/add?mode=confirm', { url, title }),
};

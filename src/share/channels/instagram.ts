import { codePoints } from '../text-length.ts';
import type { Channel } from './channel.ts';

/** Has no share address and none for a new post, which starts at the + on the site. A caption holds 2,200. */
export const instagram: Channel = {
  id: 'instagram',
  name: 'Instagram',
  mark: 'Ig',
  group: 'networks',
  utmSource: 'instagram',
  medium: 'social',
  followers: true,
  opens: 'creator',
  takes: [],
  length: { max: 2200, count: codePoints },
  verified: '2026-11',
  window: () => 'https://www.instagram.com/',
};

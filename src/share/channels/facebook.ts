import { codePoints } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** The sharer takes only the link and reads the page's Open Graph data; words have to be pasted. */
export const facebook: Channel = {
  id: 'facebook',
  name: 'Facebook',
  mark: 'f',
  group: 'networks',
  utmSource: 'facebook',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['url'],
  length: { max: 63_206, count: codePoints },
  verified: '2026-11',
  window: ({ url }) => windowAddress('https://www.facebook.com/sharer/sharer.php', { u: url }),
};

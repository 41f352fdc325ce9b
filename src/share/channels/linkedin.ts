import { codePoints } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** share-offsite takes only the link; words have to be pasted. */
export const linkedin: Channel = {
  id: 'linkedin',
  name: 'LinkedIn',
  mark: 'in',
  group: 'networks',
  utmSource: 'linkedin',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['url'],
  length: { max: 3000, count: codePoints },
  maxLink: 1024,
  verified: '2026-11',
  window: ({ url }) => windowAddress('https://www.linkedin.com/sharing/share-offsite/', { url }),
};

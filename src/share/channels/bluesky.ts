import { graphemes, shortenedByBluesky } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * docs.bsky.app, Action Intent Links: text alone, so the link stands in it. app.bsky.feed.post: 300 graphemes and 3,000 bytes of
 * what its composer makes of the text.
 */
export const bluesky: Channel = {
  id: 'bluesky',
  name: 'Bluesky',
  mark: 'Bs',
  group: 'networks',
  utmSource: 'bluesky',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text'],
  length: { max: 300, count: graphemes, maxBytes: 3000, shown: shortenedByBluesky },
  verified: '2026-11',
  window: ({ text }) => windowAddress('https://bsky.app/intent/compose', { text }),
};

import { graphemes, shortenedByBluesky } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * docs.bsky.app, Action Intent Links: it takes only text, so the link is part of it. app.bsky.feed.post allows
 * 300 graphemes and 3,000 bytes after its composer shortens links.
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

import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** A new article with the link set in it, and its tags; words have to be pasted. */
export const note: Channel = {
  id: 'note',
  name: 'note',
  mark: 'no',
  group: 'networks',
  utmSource: 'note',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['url', 'hashtags'],
  length: null,
  verified: '2026-11',
  window: ({ url, hashtags }) =>
    windowAddress('https://note.com/intent/post', { url, hashtags: hashtags.join(',') }),
};

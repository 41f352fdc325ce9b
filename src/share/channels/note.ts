import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/** Opens a new article with the link and its tags; words have to be pasted. */
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

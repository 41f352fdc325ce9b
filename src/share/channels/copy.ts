import type { Channel } from './channel.ts';

/** Words, disclosure and link on the clipboard, for any place we do not know. */
export const copy: Channel = {
  id: 'copy',
  name: 'Copy',
  nameKey: 'channelCopy',
  mark: '⧉',
  group: 'anywhere',
  utmSource: 'copy',
  medium: 'social',
  followers: false,
  opens: 'copy',
  takes: [],
  length: null,
  verified: '2026-11',
  window: () => null,
};

import type { Channel } from './channel.ts';

/** Words, disclosure and link on the clipboard, for any place we do not know. */
export const copy: Channel = {
  id: 'copy',
  name: 'Copy',
  nameKey: 'channelCopy',
  mark: '⧉',
  utmSource: 'copy',
  medium: 'social',
  takes: 'nothing',
  length: null,
  verified: '2026-11',
  window: () => null,
};

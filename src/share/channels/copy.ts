import type { Channel } from './channel.ts';

/** Copies words, disclosure and link, for places we have no channel for. */
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

import type { Channel } from './channel.ts';

/**
 * The system's share sheet (W3C Web Share), where there is one. Everything goes into its text, link last: with
 * a separate link, apps place it anywhere and some drop the text. The chosen app stays unknown; most are
 * networks and chats, so it counts as reaching followers.
 */
export const system: Channel = {
  id: 'system',
  name: 'System',
  nameKey: 'channelSystem',
  mark: '⇪',
  group: 'anywhere',
  utmSource: 'system',
  medium: 'social',
  followers: true,
  opens: 'system',
  takes: ['text'],
  length: null,
  verified: '2026-11',
  window: () => null,
};

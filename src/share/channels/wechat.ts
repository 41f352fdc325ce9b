import type { Channel } from './channel.ts';

/**
 * Accepts no address from outside WeChat: the link is scanned as a QR code and the words are pasted. From the
 * person's phone it may go to Moments, a group or one chat, and we cannot know which. It counts as reaching
 * followers: too much caution costs little, since the person can always share anyway.
 */
export const wechat: Channel = {
  id: 'wechat',
  name: '微信',
  nameKey: 'channelWechat',
  mark: '微信',
  group: 'china',
  utmSource: 'wechat',
  medium: 'social',
  followers: true,
  opens: 'qr',
  takes: [],
  law: 'CN',
  length: null,
  verified: '2026-11',
  window: () => null,
};

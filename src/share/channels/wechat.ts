import type { Channel } from './channel.ts';

/**
 * No address from outside WeChat: the link is scanned as a QR code, the words are pasted. The code is only the way to the
 * person's own phone: from there it goes to Moments, to a group or to one chat, and nobody tells us which. It counts as
 * shown to followers: a reader too well protected loses nothing, and the person can always share anyway.
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

import type { Channel } from './channel.ts';

/** No address from outside WeChat: the link is scanned as a QR code, the words are pasted. */
export const wechat: Channel = {
  id: 'wechat',
  name: '微信',
  nameKey: 'channelWechat',
  mark: '微信',
  group: 'china',
  utmSource: 'wechat',
  medium: 'social',
  opens: 'qr',
  takes: [],
  law: 'CN',
  length: null,
  verified: '2026-11',
  window: () => null,
};

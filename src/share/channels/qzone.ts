import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * Qzone's one-key share: a card of title, summary and picture. The words become the title, which is read first
 * and never truncated.
 */
export const qzone: Channel = {
  id: 'qzone',
  name: 'QQ空间',
  nameKey: 'channelQzone',
  mark: 'Qz',
  group: 'china',
  utmSource: 'qzone',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url', 'title', 'picture'],
  law: 'CN',
  length: null,
  verified: '2026-11',
  window: ({ text, url, title, picture }) =>
    windowAddress('https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', {
      url,
      title: text || title,
      summary: text ? title : '',
      pics: picture,
    }),
};

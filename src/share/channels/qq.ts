import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * connect.qq.com, share to QQ: a card of title, summary and picture. The words become the title, which is read
 * first and never truncated.
 */
export const qq: Channel = {
  id: 'qq',
  name: 'QQ',
  mark: 'QQ',
  group: 'china',
  utmSource: 'qq',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url', 'title', 'picture'],
  law: 'CN',
  length: null,
  verified: '2026-11',
  window: ({ text, url, title, picture }) =>
    windowAddress('https://connect.qq.com/widget/shareqq/index.html', {
      url,
      title: text || title,
      summary: text ? title : '',
      pics: picture,
    }),
};

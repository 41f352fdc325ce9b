import { hanzi } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * The share page appends the link itself. 140 汉字 by open.weibo.com (statuses/share), including Weibo's own
 * short link for ours.
 */
export const weibo: Channel = {
  id: 'weibo',
  name: '微博',
  nameKey: 'channelWeibo',
  mark: '微',
  group: 'china',
  utmSource: 'weibo',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url', 'picture'],
  law: 'CN',
  length: { max: 140, count: hanzi },
  verified: '2026-11',
  window: ({ text, url, picture }) =>
    windowAddress('https://service.weibo.com/share/share.php', {
      url,
      title: text,
      pic: picture,
      searchPic: 'false',
    }),
};

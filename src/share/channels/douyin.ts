import { codePoints } from '../text-length.ts';
import type { Channel } from './channel.ts';

/**
 * Has no share address: opens the creator centre's page for a post with pictures. Links in a post are not
 * clickable.
 */
export const douyin: Channel = {
  id: 'douyin',
  name: '抖音',
  nameKey: 'channelDouyin',
  mark: '抖',
  group: 'china',
  utmSource: 'douyin',
  medium: 'social',
  followers: true,
  opens: 'creator',
  takes: [],
  law: 'CN',
  length: { max: 1000, count: codePoints },
  verified: '2026-11',
  window: () => 'https://creator.douyin.com/creator-micro/content/upload?default-tab=3',
};

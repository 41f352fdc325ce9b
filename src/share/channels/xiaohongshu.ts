import { codePoints } from '../text-length.ts';
import type { Channel } from './channel.ts';

/**
 * Has no share address: opens the creator centre's page for a note with pictures. Links in a note are not
 * clickable.
 */
export const xiaohongshu: Channel = {
  id: 'xiaohongshu',
  name: '小红书',
  nameKey: 'channelXiaohongshu',
  mark: '红',
  group: 'china',
  utmSource: 'xiaohongshu',
  medium: 'social',
  followers: true,
  opens: 'creator',
  takes: [],
  law: 'CN',
  length: { max: 1000, count: codePoints },
  verified: '2026-11',
  window: () => 'https://creator.xiaohongshu.com/publish/publish?target=image',
};

import { utf16 } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * core.telegram.org/widgets/share. Telegram puts `url` before `text`, so a separate link would come before the
 * disclosure. `url` accepts any text, so all of it goes there in our order. Limit: 4,096 UTF-16 units
 * (core.telegram.org/api/entities).
 */
export const telegram: Channel = {
  id: 'telegram',
  name: 'Telegram',
  mark: 'Te',
  group: 'messages',
  utmSource: 'telegram',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text'],
  length: { max: 4096, count: utf16 },
  verified: '2026-11',
  window: ({ text }) => windowAddress('https://t.me/share/url', { url: text }),
};

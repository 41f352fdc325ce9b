import { codePoints } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';

/**
 * developers.pinterest.com, Save button: link, picture and description. Without a picture it offers the page's
 * own. The link has its own field, so the 500 characters are the description's.
 */
export const pinterest: Channel = {
  id: 'pinterest',
  name: 'Pinterest',
  mark: 'Pi',
  group: 'networks',
  utmSource: 'pinterest',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url', 'picture'],
  length: { max: 500, count: codePoints },
  apart: true,
  verified: '2026-11',
  window: ({ text, url, picture }) =>
    windowAddress('https://www.pinterest.com/pin/create/button/', { url, media: picture, description: text }),
};

import { mastodon as count } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';
import { normaliseInstance } from './instance.ts';

/** Any instance; 500 characters unless the instance allows more. The link is part of the text. */
export const mastodon: Channel = {
  id: 'mastodon',
  name: 'Mastodon',
  mark: 'Ma',
  group: 'networks',
  utmSource: 'mastodon',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text'],
  length: { max: 500, count },
  verified: '2026-11',
  needs: 'instance',
  window: ({ text, instance }) => {
    const host = normaliseInstance(instance ?? '');
    return host ? windowAddress(`https://${host}/share`, { text }) : null;
  },
};

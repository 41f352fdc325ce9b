import { utf16 } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';
import { normaliseInstance } from './instance.ts';

/**
 * misskey-hub.net, share form: words and link separately; the form appends the link on its own line. Its
 * `title` is unused, since it would come before the disclosure. 3,000 unless the instance allows more, counted
 * as by the form's script.
 */
export const misskey: Channel = {
  id: 'misskey',
  name: 'Misskey',
  mark: 'Mi',
  group: 'networks',
  utmSource: 'misskey',
  medium: 'social',
  followers: true,
  opens: 'window',
  takes: ['text', 'url'],
  length: { max: 3000, count: utf16 },
  verified: '2026-11',
  needs: 'instance',
  window: ({ text, url, instance }) => {
    const host = normaliseInstance(instance ?? '');
    return host ? windowAddress(`https://${host}/share`, { text, url }) : null;
  },
};

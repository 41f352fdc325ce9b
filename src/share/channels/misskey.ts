import { utf16 } from '../text-length.ts';
import { windowAddress } from './address.ts';
import type { Channel } from './channel.ts';
import { normaliseInstance } from './instance.ts';

/**
 * misskey-hub.net, share form: words and link apart, the form puts the link on a line after the words. Its `title`
 * would go before both, and before the disclosure: it is left out. 3,000 unless the instance says otherwise,
 * counted as the form's own script counts.
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

import { bluesky } from './bluesky.ts';
import type { Channel } from './channel.ts';
import { copy } from './copy.ts';
import { email } from './email.ts';
import { facebook } from './facebook.ts';
import { hatena } from './hatena.ts';
import { line } from './line.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { qr } from './qr.ts';
import { threads } from './threads.ts';
import { x } from './x.ts';

/** Every channel, in the order they are offered in. */
export const CHANNELS: readonly Channel[] = [
  x,
  bluesky,
  linkedin,
  line,
  hatena,
  threads,
  mastodon,
  facebook,
  email,
  qr,
  copy,
];

/** The channel of this id; undefined for one we do not know (an older setting, a hub's newer word). */
export function channelOf(id: string): Channel | undefined {
  return CHANNELS.find((channel) => channel.id === id);
}

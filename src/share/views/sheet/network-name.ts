import type { Channel } from '../../channels/channel.ts';
import type { Say } from './sheet-words.ts';

/** The network's name in the person's language. */
export function networkName(channel: Channel, say: Say): string {
  return channel.nameKey ? say(channel.nameKey) : channel.name;
}

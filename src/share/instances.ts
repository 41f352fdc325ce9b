import { CHANNELS } from './channels/index.ts';
import type { Preferences } from './tables.ts';

/** The channel that `instance` meant when it was the only one. */
const FIRST = 'mastodon';

/** The person's instance of a network; empty where none is set. */
export function instanceOf({ instance, instances }: Preferences, channelId: string): string {
  return instances?.[channelId] ?? (channelId === FIRST ? instance : '');
}

/** All known instances by channel id. */
export function instancesOf(saved: Preferences): Record<string, string> {
  const known = CHANNELS.filter(({ needs }) => needs === 'instance').map(
    ({ id }) => [id, instanceOf(saved, id)] as const,
  );
  return Object.fromEntries(known.filter(([, host]) => host !== ''));
}

/** The preferences with one network's instance changed; empty removes it. */
export function withInstance(saved: Preferences, channelId: string, host: string): Preferences {
  return { ...saved, instances: { ...saved.instances, [channelId]: host } };
}

import { CHANNELS } from './channels/index.ts';
import type { Preferences } from './tables.ts';

/** The channel that `instance` spoke of when it was the only one. */
const FIRST = 'mastodon';

/** The person's instance of a network that has many; empty where it was never asked for. */
export function instanceOf({ instance, instances }: Preferences, channelId: string): string {
  return instances?.[channelId] ?? (channelId === FIRST ? instance : '');
}

/** All that are known, by channel id. */
export function instancesOf(saved: Preferences): Record<string, string> {
  const known = CHANNELS.filter(({ needs }) => needs === 'instance').map(
    ({ id }) => [id, instanceOf(saved, id)] as const,
  );
  return Object.fromEntries(known.filter(([, host]) => host !== ''));
}

/** The preferences with one network's instance set; empty forgets it. The others stay. */
export function withInstance(saved: Preferences, channelId: string, host: string): Preferences {
  return { ...saved, instances: { ...saved.instances, [channelId]: host } };
}

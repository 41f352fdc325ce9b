import { t } from '../../i18n/language.ts';
import { channelOf } from '../channels/index.ts';

/** A channel's display name; its id where unknown. */
export function channelName(id: string): string {
  const channel = channelOf(id);
  return channel?.nameKey ? t(channel.nameKey) : (channel?.name ?? id);
}

import { t } from '../../../i18n/language.ts';
import { Copy, QrCode, Share2 } from '../../../ui/icon.ts';
import { own } from '../../../workspace/named.ts';
import type { Channel } from '../../channels/channel.ts';

/** Channels that are no network show an icon of their action. */
const ICONS: Record<string, typeof Copy> = { copy: Copy, qr: QrCode, system: Share2 };

/** A channel's icon. */
export function Mark({ channel }: { channel: Channel }) {
  const Icon = own(ICONS, channel.id);
  return (
    <span class="network-mark" aria-hidden="true">
      {Icon ? <Icon /> : channel.mark}
    </span>
  );
}

/** A channel's display name. */
export const channelName = (channel: Channel) => (channel.nameKey ? t(channel.nameKey) : channel.name);

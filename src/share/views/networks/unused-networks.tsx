import { useId, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { type Channel, GROUPS, type Group } from '../../channels/channel.ts';
import { findChannels } from '../../find-channels.ts';
import { channelName, Mark } from './channel-mark.tsx';
import type { Reorder } from './favourites.tsx';
import { toggled } from './network-order.ts';

const GROUP_NAMES: Record<Group, PlainKey> = {
  networks: 'networkGroupNetworks',
  messages: 'networkGroupMessages',
  china: 'networkGroupChina',
  anywhere: 'networkGroupAnywhere',
};

interface OthersProps {
  channels: readonly Channel[];
  onChange: Reorder;
}

function Other({ channel, onChange }: { channel: Channel; onChange: Reorder }) {
  const name = channelName(channel);
  return (
    <li class="network" data-off="">
      <Mark channel={channel} />
      <span class="network-name">{name}</span>
      <Switch
        label={t('networkUse', { name })}
        on={false}
        onPress={() => onChange((before) => toggled(before, channel.id))}
      />
    </li>
  );
}

function OfGroup({ group, channels, onChange }: OthersProps & { group: Group }) {
  const id = useId();
  const own = channels.filter((channel) => channel.group === group);
  if (own.length === 0) return null;
  return (
    <>
      <h3 class="network-group" id={id}>
        {t(GROUP_NAMES[group])}
      </h3>
      <ul class="networks" data-columns="" aria-labelledby={id}>
        {own.map((channel) => (
          <Other key={channel.id} channel={channel} onChange={onChange} />
        ))}
      </ul>
    </>
  );
}

/** Unused channels by group, with a search. */
export function Others({ channels, onChange }: OthersProps) {
  const [typed, setTyped] = useState('');
  const found = findChannels(channels, typed, channelName);
  return (
    <>
      <SearchField label={t('networkFind')} value={typed} onInput={setTyped} />
      {found.length === 0 && (
        <p class="soft" role="status">
          {t('networkNone')}
        </p>
      )}
      {GROUPS.map((group) => (
        <OfGroup key={group} group={group} channels={found} onChange={onChange} />
      ))}
    </>
  );
}

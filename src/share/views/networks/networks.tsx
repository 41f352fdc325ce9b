import './networks.css';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { ArrowDown, ArrowUp, Copy, QrCode } from '../../../ui/icon.ts';
import { sayFailure } from '../../../ui/say-failure.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting, readSetting } from '../../../workspace/setting.ts';
import type { Channel } from '../../channels/channel.ts';
import { CHANNELS } from '../../channels/index.ts';
import { instanceOf } from '../../instances.ts';
import { preferences } from '../../tables.ts';
import { InstanceField } from './instance-field.tsx';
import { inUse, moved, toggled } from './network-order.ts';

/** Those that are no network show what they do. */
const ICONS: Record<string, typeof Copy> = { copy: Copy, qr: QrCode };

function Mark({ channel }: { channel: Channel }) {
  const Icon = ICONS[channel.id];
  return (
    <span class="network-mark" aria-hidden="true">
      {Icon ? <Icon /> : channel.mark}
    </span>
  );
}

/** A channel as people call it. */
export const channelName = (channel: Channel) => (channel.nameKey ? t(channel.nameKey) : channel.name);

interface NetworkProps {
  channel: Channel;
  /** Place among those in use, from 0; -1 where it is off. */
  place: number;
  count: number;
  onChange: (change: (before: readonly string[]) => string[]) => void;
}

function Network({ channel, place, count, onChange }: NetworkProps) {
  const name = channelName(channel);
  const on = place >= 0;
  return (
    <li class="network" data-off={on ? undefined : ''}>
      <Mark channel={channel} />
      <span class="network-name">
        {name}
        {place === 0 && <span class="caption">{t('networkFirst')}</span>}
      </span>
      {on && (
        <>
          <Button
            kind="quiet"
            icon={<ArrowUp aria-hidden="true" />}
            aria-label={t('networkUp', { name })}
            title={t('networkUp', { name })}
            aria-disabled={place === 0}
            onClick={() => onChange((before) => moved(before, channel.id, -1))}
          />
          <Button
            kind="quiet"
            icon={<ArrowDown aria-hidden="true" />}
            aria-label={t('networkDown', { name })}
            title={t('networkDown', { name })}
            aria-disabled={place === count - 1}
            onClick={() => onChange((before) => moved(before, channel.id, 1))}
          />
        </>
      )}
      <Switch
        label={t('networkUse', { name })}
        on={on}
        disabled={on && count === 1}
        title={on && count === 1 ? t('networkLast') : undefined}
        onPress={() => onChange((before) => toggled(before, channel.id))}
      />
    </li>
  );
}

interface NetworksProps {
  workspace: Workspace;
  /** Fold away those that are not in use. */
  brief?: boolean;
}

/** Where the person shares to, in their order: the first is what one press opens. */
export function Networks({ workspace, brief = false }: NetworksProps) {
  const live = useLive(() => readSetting(workspace, preferences), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('networkReading')} />;
  const used = inUse(live.value.channels);
  const off = CHANNELS.filter(({ id }) => !used.includes(id));
  const on = used.flatMap((id) => CHANNELS.filter((channel) => channel.id === id));
  const onChange: NetworkProps['onChange'] = (change) => {
    changeSetting(workspace, preferences, (before) => ({
      ...before,
      channels: change(inUse(before.channels)),
    })).catch(sayFailure);
  };
  const row = (channel: Channel) => (
    <Network
      key={channel.id}
      channel={channel}
      place={used.indexOf(channel.id)}
      count={used.length}
      onChange={onChange}
    />
  );
  return (
    <>
      <ol class="networks">{(brief ? on : [...on, ...off]).map(row)}</ol>
      {brief && off.length > 0 && (
        <details class="networks-more">
          <summary>{t('networkMore', { n: off.length })}</summary>
          <ul class="networks">{off.map(row)}</ul>
        </details>
      )}
      {on.map(
        (channel) =>
          channel.needs === 'instance' && (
            <InstanceField
              key={channel.id}
              workspace={workspace}
              channel={channel}
              instance={instanceOf(live.value, channel.id)}
            />
          ),
      )}
    </>
  );
}

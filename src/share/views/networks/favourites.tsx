import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { ArrowDown, ArrowUp, GripVertical } from '../../../ui/icon.ts';
import { Switch } from '../../../ui/switch.tsx';
import type { Channel } from '../../channels/channel.ts';
import { channelName, Mark } from './channel-mark.tsx';
import { moved, placed, toggled } from './network-order.ts';

/** Changes the order of the channels in use. */
export type Reorder = (change: (before: readonly string[]) => string[]) => void;

interface DragState {
  /** The dragged channel and the one under it. */
  readonly id: string;
  readonly over: string;
}

interface RowProps {
  channel: Channel;
  /** Index among those in use. */
  place: number;
  count: number;
  onChange: Reorder;
  drag: DragState | null;
  setDrag: (drag: DragState | null) => void;
}

function Arrow({ by, disabled, channel, onChange }: Pick<RowProps, 'channel' | 'onChange'> & ArrowWay) {
  const label = t(by < 0 ? 'networkUp' : 'networkDown', { name: channelName(channel) });
  const Icon = by < 0 ? ArrowUp : ArrowDown;
  return (
    <Button
      kind="quiet"
      icon={<Icon aria-hidden="true" />}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => onChange((before) => moved(before, channel.id, by))}
    />
  );
}

interface ArrowWay {
  by: 1 | -1;
  disabled: boolean;
}

/** A grip for the pointer; arrow buttons do the same by keyboard. */
function Grip({ channel, setDrag }: Pick<RowProps, 'channel' | 'setDrag'>) {
  return (
    <span
      class="network-grip"
      aria-hidden="true"
      title={t('networkDrag', { name: channelName(channel) })}
      draggable
      onDragStart={(event) => {
        const row = event.currentTarget.closest('li');
        if (row) event.dataTransfer?.setDragImage(row, 12, 26);
        event.dataTransfer?.setData('text/plain', channel.id);
        setDrag({ id: channel.id, over: channel.id });
      }}
      onDragEnd={() => setDrag(null)}
    >
      <GripVertical />
    </span>
  );
}

function Favourite({ channel, place, count, onChange, drag, setDrag }: RowProps) {
  const name = channelName(channel);
  const last = count === 1;
  return (
    <li
      class="network"
      data-dragged={drag?.id === channel.id ? '' : undefined}
      data-over={drag && drag.over === channel.id && drag.id !== channel.id ? '' : undefined}
      onDragOver={(event) => {
        if (!drag) return;
        event.preventDefault();
        if (drag.over !== channel.id) setDrag({ ...drag, over: channel.id });
      }}
      onDrop={(event) => {
        if (!drag) return;
        event.preventDefault();
        onChange((before) => placed(before, drag.id, channel.id));
        setDrag(null);
      }}
    >
      <Grip channel={channel} setDrag={setDrag} />
      <Mark channel={channel} />
      <span class="network-name">
        {name}
        {place === 0 && <span class="caption">{t('networkFirst')}</span>}
      </span>
      <Arrow by={-1} disabled={place === 0} channel={channel} onChange={onChange} />
      <Arrow by={1} disabled={place === count - 1} channel={channel} onChange={onChange} />
      <Switch
        label={t('networkUse', { name })}
        on
        disabled={last}
        title={last ? t('networkLast') : undefined}
        onPress={() => onChange((before) => toggled(before, channel.id))}
      />
    </li>
  );
}

/** The channels in use, reordered by dragging or with the arrows. */
export function Favourites({ channels, onChange }: { channels: readonly Channel[]; onChange: Reorder }) {
  const [drag, setDrag] = useState<DragState | null>(null);
  return (
    <ol class="networks">
      {channels.map((channel, place) => (
        <Favourite
          key={channel.id}
          channel={channel}
          place={place}
          count={channels.length}
          onChange={onChange}
          drag={drag}
          setDrag={setDrag}
        />
      ))}
    </ol>
  );
}

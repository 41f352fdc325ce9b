import './networks.css';
import type { ComponentChildren } from 'preact';
import { t } from '../../../i18n/language.ts';
import { Failed } from '../../../ui/failed.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { Section } from '../../../ui/section.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting, readSetting } from '../../../workspace/setting.ts';
import type { Channel } from '../../channels/channel.ts';
import { CHANNELS } from '../../channels/index.ts';
import { instanceOf } from '../../instances.ts';
import { isUsable } from '../../system-share.ts';
import { type Preferences, preferences } from '../../tables.ts';
import { PresetSettings } from '../labels/preset-settings.tsx';
import { Favourites, type Reorder } from './favourites.tsx';
import { InstanceField } from './instance-field.tsx';
import { inUse } from './network-order.ts';
import { Others } from './unused-networks.tsx';

interface Parts {
  saved: Preferences;
  on: readonly Channel[];
  off: readonly Channel[];
  onChange: Reorder;
}

function partsOf(workspace: Workspace, saved: Preferences): Parts {
  const used = inUse(saved.channels);
  return {
    saved,
    on: used.flatMap((id) => CHANNELS.filter((channel) => channel.id === id)),
    off: CHANNELS.filter((channel) => !used.includes(channel.id) && isUsable(channel)),
    onChange: (change) => {
      changeSetting(workspace, preferences, (before) => ({
        ...before,
        channels: change(inUse(before.channels)),
      })).catch(sayFailure);
    },
  };
}

/** Loads the person's channels for `children`. */
function Reading({
  workspace,
  children,
}: {
  workspace: Workspace;
  children: (parts: Parts) => ComponentChildren;
}) {
  const live = useLive(() => readSetting(workspace, preferences), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('networkReading')} />;
  return <>{children(partsOf(workspace, live.value))}</>;
}

/** Channels in use, each with its instance where it has many. */
function InOrder({ workspace, saved, on, onChange }: Omit<Parts, 'off'> & { workspace: Workspace }) {
  return (
    <>
      <Favourites channels={on} onChange={onChange} />
      {on
        .filter(({ needs }) => needs === 'instance')
        .map((channel) => (
          <InstanceField
            key={channel.id}
            workspace={workspace}
            channel={channel}
            instance={instanceOf(saved, channel.id)}
          />
        ))}
    </>
  );
}

/** Channels in order, the first for one click; unused ones are folded away. */
export function Networks({ workspace }: { workspace: Workspace }) {
  return (
    <Reading workspace={workspace}>
      {(parts) => (
        <>
          <InOrder workspace={workspace} {...parts} />
          {parts.off.length > 0 && (
            <details class="networks-more">
              <summary>{t('networkMore', { n: parts.off.length })}</summary>
              <Others channels={parts.off} onChange={parts.onChange} />
            </details>
          )}
        </>
      )}
    </Reading>
  );
}

/** The channels in Settings: those in use first, the others by group. */
export function NetworkSettings({ workspace }: { workspace: Workspace }) {
  return (
    <Reading workspace={workspace}>
      {(parts) => (
        <>
          <Section title={t('settingsNetworks')} about={t('settingsNetworksAbout')}>
            <InOrder workspace={workspace} {...parts} />
          </Section>
          {parts.off.length > 0 && (
            <Section title={t('networkOthers')} about={t('networkOthersAbout')}>
              <Others channels={parts.off} onChange={parts.onChange} />
            </Section>
          )}
          <PresetSettings workspace={workspace} />
        </>
      )}
    </Reading>
  );
}

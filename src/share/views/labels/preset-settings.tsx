import './preset-settings.css';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { SelectField } from '../../../ui/field.tsx';
import { Trash2 } from '../../../ui/icon.ts';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { LABELS } from '../../labels/labels.ts';
import {
  carryAlways,
  MAX_PRESET_NAME,
  type Preset,
  type Presets,
  presets,
  putPresetBack,
  removePreset,
  renamePreset,
} from '../../labels/presets.ts';

/** A preset's labels by their parameter names. */
function labelsText({ labels }: Preset): string {
  const set = LABELS.filter((name) => labels[name] !== '');
  return set.map((name) => `utm_${name}=${labels[name]}`).join(' · ');
}

interface Part {
  workspace: Workspace;
  stored: Presets;
}

function Row({ workspace, stored, preset }: Part & { preset: Preset }) {
  const { id, name } = preset;
  const rename = async (field: HTMLInputElement) => {
    const { all } = await renamePreset(workspace, id, field.value);
    // Rejects an empty or taken name.
    field.value = all.find((one) => one.id === id)?.name ?? name;
  };
  const remove = async () => {
    await removePreset(workspace, id);
    const undo = () => void putPresetBack(workspace, preset, stored).catch(sayFailure);
    showToast(t('labelsRemoved'), { label: t('uiUndo'), run: undo });
  };
  return (
    <li>
      <div>
        <input
          class="input"
          dir="auto"
          autocomplete="off"
          aria-label={t('labelsName', { name })}
          maxLength={MAX_PRESET_NAME}
          value={name}
          onChange={(event) => void rename(event.currentTarget).catch(sayFailure)}
        />
        <p class="caption" dir="auto">
          {labelsText(preset)}
        </p>
      </div>
      <Button
        kind="quiet"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={t('labelsRemove', { name })}
        title={t('labelsRemove', { name })}
        onClick={() => void remove().catch(sayFailure)}
      />
    </li>
  );
}

function Stored({ workspace, stored }: Part) {
  const { all, always } = stored;
  if (all.length === 0) return <p class="soft">{t('labelsNone')}</p>;
  return (
    <>
      <ul class="presets">
        {all.map((preset) => (
          <Row key={preset.id} workspace={workspace} stored={stored} preset={preset} />
        ))}
      </ul>
      <SelectField
        label={t('labelsAlways')}
        hint={t('labelsAlwaysHint')}
        value={always}
        options={[
          { value: '', label: t('labelsAlwaysNone') },
          ...all.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => void carryAlways(workspace, id).catch(sayFailure)}
      />
    </>
  );
}

/** Manages presets of labels: rename, remove, and which one every share uses. */
export function PresetSettings({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, presets), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return null;
  return (
    <Section title={t('settingsLabels')} about={t('settingsLabelsAbout')}>
      <Stored workspace={workspace} stored={live.value} />
    </Section>
  );
}

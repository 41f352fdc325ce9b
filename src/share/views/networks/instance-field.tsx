import { t } from '../../../i18n/language.ts';
import { TextField } from '../../../ui/field.tsx';
import { SavedMark } from '../../../ui/saved-mark.tsx';
import { useAutosave } from '../../../ui/use-autosave.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting } from '../../../workspace/setting.ts';
import type { Channel } from '../../channels/channel.ts';
import { normaliseInstance } from '../../channels/instance.ts';
import { withInstance } from '../../instances.ts';
import { preferences } from '../../tables.ts';

interface InstanceFieldProps {
  workspace: Workspace;
  channel: Channel;
  instance: string;
}

/** The person's instance of a network. An invalid host is not saved; the text stays in the field. */
export function InstanceField({ workspace, channel, instance }: InstanceFieldProps) {
  const field = useAutosave(instance, async (typed) => {
    const host = typed.trim() === '' ? '' : normaliseInstance(typed);
    if (host === null) throw new Error('no host');
    await changeSetting(workspace, preferences, (before) => withInstance(before, channel.id, host));
  });
  const example = `${channel.id}.example`;
  return (
    <div class="instance">
      <TextField
        label={t('networkInstance', { network: channel.name })}
        hint={t('networkInstanceHint', { example })}
        value={field.value}
        placeholder={example}
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        error={field.state === 'failed' ? t('networkNoInstance') : undefined}
        onInput={field.setValue}
        onBlur={field.leave}
      />
      {field.state !== 'failed' && <SavedMark state={field.state} />}
    </div>
  );
}

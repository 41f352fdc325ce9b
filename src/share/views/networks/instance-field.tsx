import { t } from '../../../i18n/language.ts';
import { TextField } from '../../../ui/field.tsx';
import { SavedMark } from '../../../ui/saved-mark.tsx';
import { useAutosave } from '../../../ui/use-autosave.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting } from '../../../workspace/setting.ts';
import { normaliseInstance } from '../../channels/mastodon.ts';
import { preferences } from '../../tables.ts';

/** The person's Mastodon instance. What is no host is not stored; what is typed stays in the field. */
export function InstanceField({ workspace, instance }: { workspace: Workspace; instance: string }) {
  const field = useAutosave(instance, async (typed) => {
    const host = typed.trim() === '' ? '' : normaliseInstance(typed);
    if (host === null) throw new Error('no host');
    await changeSetting(workspace, preferences, (before) => ({ ...before, instance: host }));
  });
  return (
    <div class="instance">
      <TextField
        label={t('networkInstance')}
        hint={t('networkInstanceHint')}
        value={field.value}
        placeholder="mastodon.example"
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

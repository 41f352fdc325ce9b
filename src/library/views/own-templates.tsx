import './library.css';
import { useState } from 'preact/hooks';
import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import {
  addTemplate,
  MAX_TEMPLATE,
  MAX_TEMPLATES,
  removeTemplate,
  type Template,
  templates,
} from '../../share/templates.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { TextArea } from '../../ui/field.tsx';
import { Trash2 } from '../../ui/icon.ts';
import { showToast } from '../../ui/toast.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';

const NONE: readonly Template[] = [];

/** The person's own templates, which the sheet offers. Only on this device, with or without a team. */
export function OwnTemplates({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, templates), [workspace]);
  const all = live.state === 'ready' ? live.value : NONE;
  const [typed, setTyped] = useState('');
  const add = async () => {
    if (await addTemplate(workspace, typed)) setTyped('');
    else showToast(t('libraryOwnFull', { n: MAX_TEMPLATES }));
  };
  const remove = async ({ id, words }: Template) => {
    await removeTemplate(workspace, id);
    const undo = () => void addTemplate(workspace, words).catch(sayFailure);
    showToast(t('libraryOwnRemoved'), { label: t('uiUndo'), run: undo });
  };
  return (
    <details class="own-words no-print">
      <summary>
        {t('libraryOwn')}
        {all.length > 0 && <span class="caption"> {number(all.length, current.value.language)}</span>}
      </summary>
      <p class="caption">{t('libraryOwnAbout')}</p>
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <p dir="auto">{one.words}</p>
            <Button
              kind="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('libraryOwnRemove', { words: one.words.slice(0, 60) })}
              title={t('libraryOwnRemove', { words: one.words.slice(0, 60) })}
              onClick={() => void remove(one).catch(sayFailure)}
            />
          </li>
        ))}
      </ul>
      <TextArea
        label={t('libraryOwnNew')}
        value={typed}
        rows={2}
        maxLength={MAX_TEMPLATE}
        onInput={setTyped}
      />
      <Button disabled={typed.trim() === ''} onClick={() => void add().catch(sayFailure)}>
        {t('libraryOwnAdd')}
      </Button>
    </details>
  );
}

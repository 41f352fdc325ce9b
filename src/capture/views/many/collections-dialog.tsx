import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { CheckMark, Plus } from '../../../ui/icon.ts';
import { sayFailure } from '../../../ui/say-failure.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { MAX_NAME, makeCollection } from '../../collections.ts';
import type { Collection } from '../../tables.ts';
import { gatherMany } from './actions.ts';

interface CollectionsDialogProps {
  workspace: Workspace;
  collections: readonly Collection[];
  chosen: readonly { id: string; collections: readonly string[] }[];
  onClose: () => void;
}

/** Puts the chosen posts into collections, or takes them out: each press is done at once, with a way back. */
export function CollectionsDialog({ workspace, collections, chosen, onClose }: CollectionsDialogProps) {
  const [name, setName] = useState('');
  const ids = chosen.map(({ id }) => id);
  const make = async () => {
    const made = await makeCollection(workspace, name, Date.now());
    if (!made) return;
    setName('');
    await gatherMany(workspace, ids, made.id, true);
  };
  return (
    <Dialog open onClose={onClose} title={t('captureCollections')}>
      {collections.length === 0 && <p class="soft rights-how">{t('captureCollectionsNone')}</p>}
      <ul class="pick-list">
        {collections.map(({ id, name: called }) => {
          const n = chosen.filter((one) => one.collections.includes(id)).length;
          const whole = n === chosen.length;
          return (
            <li key={id}>
              <button
                type="button"
                class="pick-row"
                aria-pressed={whole}
                aria-label={t(whole ? 'captureTakeOut' : 'capturePutIn', { name: called })}
                onClick={() => void gatherMany(workspace, ids, id, !whole)}
              >
                <bdi class="one-line">{called}</bdi>
                {whole && <CheckMark aria-hidden="true" />}
                {n > 0 && !whole && <span class="caption">{t('captureIn', { n, all: chosen.length })}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <form
        class="tags-add"
        onSubmit={(event) => {
          event.preventDefault();
          make().catch(sayFailure);
        }}
      >
        <TextField
          label={t('captureCollectionNew')}
          value={name}
          maxLength={MAX_NAME}
          autocomplete="off"
          onInput={setName}
        />
        <Button type="submit" icon={<Plus aria-hidden="true" />}>
          {t('captureCollectionMake')}
        </Button>
      </form>
    </Dialog>
  );
}

import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { CheckMark } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Collection } from '../../capture.ts';
import { gatherMany } from './actions.ts';
import { NewCollection } from './new-collection.tsx';

interface CollectionsDialogProps {
  workspace: Workspace;
  collections: readonly Collection[];
  chosen: readonly { id: string; collections: readonly string[] }[];
  onClose: () => void;
}

/** Adds the selected captures to collections or removes them. Each press applies at once and can be undone. */
export function CollectionsDialog({ workspace, collections, chosen, onClose }: CollectionsDialogProps) {
  const ids = chosen.map(({ id }) => id);
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
      <NewCollection workspace={workspace} onMade={(id) => gatherMany(workspace, ids, id, true)} />
    </Dialog>
  );
}

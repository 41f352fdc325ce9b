import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from '../../../ui/icon.ts';
import { Menu } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { own } from '../../../workspace/named.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { type Collection, MAX_PATH } from '../../capture.ts';
import { moveCollection, renameCollection, setCollectionGone } from '../../collections.ts';
import { NewCollection } from './new-collection.tsx';

interface ManageDialogProps {
  workspace: Workspace;
  collections: readonly Collection[];
  onClose: () => void;
}

async function remove(workspace: Workspace, { id, name }: Collection): Promise<void> {
  await setCollectionGone(workspace, id, Date.now());
  showToast(t('captureCollectionDeleted', { name }), {
    label: t('uiUndo'),
    run: () => void setCollectionGone(workspace, id, 0).catch(sayFailure),
  });
}

interface OneProps {
  workspace: Workspace;
  collection: Collection;
  first: boolean;
  last: boolean;
}

/** A collection with its name in place and its actions. */
function One({ workspace, collection, first, last }: OneProps) {
  const { id, name } = collection;
  const [taken, setTaken] = useState(false);
  const rename = async (field: HTMLInputElement) => {
    if (field.value === name) return setTaken(false);
    const renamed = await renameCollection(workspace, id, field.value);
    setTaken(!renamed);
    if (!renamed) field.value = name;
  };
  const act: Record<string, () => Promise<unknown>> = {
    up: () => moveCollection(workspace, id, -1),
    down: () => moveCollection(workspace, id, 1),
    delete: () => remove(workspace, collection),
  };
  return (
    <li class="manage-row">
      <input
        class="input"
        aria-label={t('captureCollectionName', { name })}
        defaultValue={name}
        maxLength={MAX_PATH}
        onBlur={({ currentTarget }) => rename(currentTarget).catch(sayFailure)}
        onKeyDown={({ key, isComposing, currentTarget }) => {
          if (key === 'Enter' && !isComposing) currentTarget.blur();
        }}
      />
      <Menu
        bare
        kind="quiet"
        label={t('captureCollectionDo', { name })}
        icon={<Ellipsis aria-hidden="true" />}
        items={[
          { id: 'up', label: t('captureMoveUp'), icon: <ArrowUp aria-hidden="true" />, disabled: first },
          { id: 'down', label: t('captureMoveDown'), icon: <ArrowDown aria-hidden="true" />, disabled: last },
          {
            id: 'delete',
            label: t('captureCollectionDelete'),
            icon: <Trash2 aria-hidden="true" />,
            loss: true,
          },
        ]}
        onSelect={(what) => void own(act, what)?.().catch(sayFailure)}
      />
      {taken && (
        <p class="field-error" role="alert">
          {t('captureCollectionTaken')}
        </p>
      )}
    </li>
  );
}

/** Manages collections: rename, reorder, create, delete. */
export function ManageDialog({ workspace, collections, onClose }: ManageDialogProps) {
  return (
    <Dialog open onClose={onClose} title={t('captureCollections')}>
      {collections.length === 0 && <p class="soft rights-how">{t('captureCollectionsNone')}</p>}
      <ul class="pick-list">
        {collections.map((collection, i) => (
          <One
            key={`${collection.id}${collection.name}`}
            workspace={workspace}
            collection={collection}
            first={i === 0}
            last={i === collections.length - 1}
          />
        ))}
      </ul>
      <NewCollection workspace={workspace} />
    </Dialog>
  );
}

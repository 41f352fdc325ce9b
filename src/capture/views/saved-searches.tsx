import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { TextField } from '../../ui/field.tsx';
import { ChevronDown, Trash2 } from '../../ui/icon.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import {
  forgetSearch,
  hasRoom,
  MAX_NAME,
  MAX_SEARCHES,
  type SavedSearch,
  savedSearches,
  saveSearch,
} from '../saved-searches.ts';
import { type CaptureFilter, isEverything } from '../search.ts';
import type { Sort } from '../sort.ts';

interface SearchesProps {
  workspace: Workspace;
  filter: CaptureFilter;
  sort: Sort;
  onSearch: (search: Pick<SavedSearch, 'filter' | 'sort'>) => void;
}

interface SaveProps extends Omit<SearchesProps, 'onSearch'> {
  saved: readonly SavedSearch[];
  onClose: () => void;
}

/** Names the current search, and deletes saved ones. */
function SaveDialog({ workspace, filter, sort, saved, onClose }: SaveProps) {
  const [name, setName] = useState(filter.words.trim().slice(0, MAX_NAME));
  const isFull = !hasRoom(saved, name.trim());
  const save = async () => {
    const wanted = name.trim();
    if (wanted === '' || !(await saveSearch(workspace, { name: wanted, filter, sort }))) return;
    showToast(t('captureSearchSaved', { name: wanted }));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('captureSearches')}
      onClose={onClose}
      footer={
        <Button disabled={name.trim() === '' || isFull} onClick={() => void save().catch(sayFailure)}>
          {t('captureSearchSave')}
        </Button>
      }
    >
      <TextField
        label={t('captureSearchName')}
        value={name}
        maxLength={MAX_NAME}
        error={isFull ? t('captureSearchFull', { n: MAX_SEARCHES }) : undefined}
        onInput={setName}
      />
      <ul class="pick-list">
        {saved.map((one) => (
          <li key={one.id} class="manage-row">
            <span class="one-line">
              <bdi>{one.name}</bdi>
            </span>
            <Button
              kind="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('captureSearchForget', { name: one.name })}
              title={t('captureSearchForget', { name: one.name })}
              onClick={() => void forgetSearch(workspace, one.id).catch(sayFailure)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const NONE: readonly SavedSearch[] = [];
const EDIT = 'edit';

/** Saved searches, and saving the current one. */
export function Searches({ workspace, filter, sort, onSearch }: SearchesProps) {
  const live = useLive(() => readSetting(workspace, savedSearches), [workspace]);
  const saved = live.state === 'ready' ? live.value : NONE;
  const [saving, setSaving] = useState(false);
  const choose = (id: string) => {
    const found = saved.find((one) => one.id === id);
    if (found) onSearch(found);
    else setSaving(true);
  };
  return (
    <>
      {saved.length > 0 && (
        <Menu
          kind="quiet"
          label={t('captureSearches')}
          icon={<ChevronDown aria-hidden="true" />}
          items={[
            ...saved.map(({ id, name }) => ({ id, label: name })),
            { id: EDIT, label: t('captureSearchEdit') },
          ]}
          onSelect={choose}
        />
      )}
      {saved.length === 0 && !isEverything(filter) && (
        <Button kind="quiet" onClick={() => setSaving(true)}>
          {t('captureSearchSave')}
        </Button>
      )}
      {saving && (
        <SaveDialog
          workspace={workspace}
          filter={filter}
          sort={sort}
          saved={saved}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

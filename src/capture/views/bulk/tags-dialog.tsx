import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { X } from '../../../ui/icon.ts';
import { TagEntry } from '../../../ui/tag-entry.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import { counted } from '../../search.ts';
import { tagMany, untagMany } from './actions.ts';

interface TagsDialogProps {
  workspace: Workspace;
  chosen: readonly { id: string; tags: readonly string[] }[];
  /** Tags used anywhere, most used first. */
  known: readonly string[];
  onClose: () => void;
}

/** Most tags listed for removal. */
const MOST = 40;

/** Adds tags to the selected captures or removes them. Each press applies at once and can be undone. */
export function TagsDialog({ workspace, chosen, known, onClose }: TagsDialogProps) {
  const ids = chosen.map(({ id }) => id);
  const here = counted(chosen.flatMap(({ tags }) => tags));
  const onAll = here.filter(({ n }) => n === chosen.length).map(({ value }) => value);
  const add = (tag: string) => void tagMany(workspace, ids, tag, known);
  return (
    <Dialog open onClose={onClose} title={t('captureTagManyTitle', { n: chosen.length })}>
      <TagEntry label={t('captureTagManyField')} known={known} own={onAll} onAdd={add} />
      {here.length > 0 && (
        <div>
          <h3>{t('captureTagManyOn')}</h3>
          <ul class="tags-own" aria-label={t('captureTagManyOn')}>
            {here.slice(0, MOST).map(({ value: tag, n }) => (
              <li key={tag}>
                <bdi>{tag}</bdi>
                <span class="caption tags-count">{n}</span>
                <button
                  type="button"
                  aria-label={t('captureTagManyOff', { tag, n })}
                  title={t('captureTagManyOff', { tag, n })}
                  onClick={() => void untagMany(workspace, ids, tag)}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Plus, X } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { counted } from '../../search.ts';
import { MAX_TAG, suggestTags, tagOf } from '../../tags.ts';
import { tagMany, untagMany } from './actions.ts';

interface TagsDialogProps {
  workspace: Workspace;
  chosen: readonly { id: string; tags: readonly string[] }[];
  /** Tags used anywhere, most used first. */
  known: readonly string[];
  onClose: () => void;
}

/** Most tags of the chosen that are shown to be taken off. */
const MOST = 40;

/** Adds tags to the chosen posts and takes them off: each press is done at once, with a way back. */
export function TagsDialog({ workspace, chosen, known, onClose }: TagsDialogProps) {
  const [typed, setTyped] = useState('');
  const ids = chosen.map(({ id }) => id);
  const here = counted(chosen.flatMap(({ tags }) => tags));
  const onAll = here.filter(({ n }) => n === chosen.length).map(({ value }) => value);
  const add = (tag: string) => {
    if (tagOf(tag) === '') return;
    setTyped('');
    void tagMany(workspace, ids, tag, known);
  };
  const offered = suggestTags(known, onAll, typed);
  return (
    <Dialog open onClose={onClose} title={t('captureTagManyTitle', { n: chosen.length })}>
      <form
        class="tags-add"
        onSubmit={(event) => {
          event.preventDefault();
          add(typed);
        }}
      >
        <TextField
          label={t('captureTagManyField')}
          value={typed}
          maxLength={MAX_TAG}
          autocomplete="off"
          placeholder={t('captureTagHint')}
          onInput={setTyped}
        />
        <Button type="submit" icon={<Plus aria-hidden="true" />} aria-label={t('captureTagAdd')} />
      </form>
      {offered.length > 0 && (
        <p class="tags-offered caption">
          {t('captureTagsKnown')}
          {offered.map((tag) => (
            <button
              type="button"
              key={tag}
              aria-label={t('captureTagAddThis', { tag })}
              onClick={() => add(tag)}
            >
              <bdi>{tag}</bdi>
            </button>
          ))}
        </p>
      )}
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

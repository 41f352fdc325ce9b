import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Plus, X } from '../../../ui/icon.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { addTag, removeTag } from '../../edit.ts';
import type { Capture } from '../../tables.ts';
import { MAX_TAG, suggestTags, tagOf } from '../../tags.ts';

interface TagsProps {
  workspace: Workspace;
  capture: Capture;
  known: readonly string[];
}

/** The tags of a post: taken off by a press, added by typing or from those used before. */
export function TagsField({ workspace, capture, known }: TagsProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const { id, tags } = capture;
  const saying = (work: Promise<unknown>) =>
    work.then(
      () => setError(''),
      (thrown: unknown) => setError(t('uiChangeFailed', { error: String(thrown) })),
    );
  const add = (tag: string) => {
    if (tagOf(tag) === '') return;
    void saying(addTag(workspace, id, tag, known)).then(() => setTyped(''));
  };
  const offered = suggestTags(known, tags, typed);
  return (
    <section class="tags" aria-label={t('captureTags')}>
      <form
        class="tags-add no-print"
        onSubmit={(event) => {
          event.preventDefault();
          add(typed);
        }}
      >
        <TextField
          label={t('captureTags')}
          value={typed}
          maxLength={MAX_TAG}
          autocomplete="off"
          placeholder={t('captureTagHint')}
          error={error}
          onInput={setTyped}
        />
        <Button type="submit" icon={<Plus aria-hidden="true" />} aria-label={t('captureTagAdd')} />
      </form>
      {tags.length > 0 && (
        <ul class="tags-own" aria-label={t('captureTagsOwn')}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
              <button
                type="button"
                aria-label={t('captureTagOff', { tag })}
                title={t('captureTagOff', { tag })}
                onClick={() => void saying(removeTag(workspace, id, tag))}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <p class="tags-offered caption no-print">
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
    </section>
  );
}

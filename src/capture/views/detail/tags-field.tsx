import { useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { X } from '../../../ui/icon.ts';
import { TagEntry } from '../../../ui/tag-entry.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture } from '../../capture.ts';
import { addTag, removeTag } from '../../edit.ts';

interface TagsProps {
  workspace: Workspace;
  capture: Capture;
  known: readonly string[];
}

/** A capture's tags: remove one by a press, add one by typing or from recent ones. */
export function TagsField({ workspace, capture, known }: TagsProps) {
  const [error, setError] = useState('');
  const { id, tags } = capture;
  const saying = (work: Promise<unknown>) =>
    work.then(
      () => setError(''),
      (thrown: unknown) => setError(t('uiChangeFailed', { error: String(thrown) })),
    );
  const add = (tag: string) => void saying(addTag(workspace, id, tag, known));
  return (
    <section class="tags" aria-label={t('captureTags')}>
      <TagEntry label={t('captureTags')} known={known} own={tags} error={error} onAdd={add} />
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
    </section>
  );
}

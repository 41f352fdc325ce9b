import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { X } from '../../ui/icon.ts';
import { Section } from '../../ui/section.tsx';
import { TagEntry } from '../../ui/tag-entry.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { withoutTag, withTag } from '../../workspace/tags.ts';
import { editLink } from '../edit-link.ts';
import type { ShortLink } from '../tables.ts';

interface LinkTagsProps {
  workspace: Workspace;
  link: ShortLink;
  /** Tags of any link. */
  known: readonly string[];
}

/** The owner's own words for a link: taken off by a press, added by typing or from those used before. */
export function LinkTags({ workspace, link, known }: LinkTagsProps) {
  const [error, setError] = useState('');
  const { id, tags = [] } = link;
  const change = (next: string[]) =>
    void editLink(workspace, id, { tags: next }, Date.now()).then(
      () => setError(''),
      (thrown: unknown) => setError(t('uiChangeFailed', { error: String(thrown) })),
    );
  return (
    <Section title={t('linkTags')} about={t('linkTagsAbout')}>
      <div class="tags">
        {tags.length > 0 && (
          <ul class="tags-own" aria-label={t('linkTags')}>
            {tags.map((tag) => (
              <li key={tag}>
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  aria-label={t('captureTagOff', { tag })}
                  title={t('captureTagOff', { tag })}
                  onClick={() => change(withoutTag(tags, tag))}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <TagEntry
          label={t('linkTagAdd')}
          known={known}
          own={tags}
          error={error}
          onAdd={(tag) => change(withTag(tags, tag, known))}
        />
      </div>
    </Section>
  );
}

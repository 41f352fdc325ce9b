import './tags.css';
import { useState } from 'preact/hooks';
import { t } from '../i18n/language.ts';
import { MAX_TAG, suggestTags, tagOf } from '../workspace/tags.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { Plus } from './icon.ts';

interface TagEntryProps {
  label: string;
  /** Tags used anywhere, most used first. */
  known: readonly string[];
  /** Those that need not be offered: they stand already. */
  own: readonly string[];
  error?: string;
  onAdd: (tag: string) => void;
}

/** A tag is typed, or taken from those used before. */
export function TagEntry({ label, known, own, error = '', onAdd }: TagEntryProps) {
  const [typed, setTyped] = useState('');
  const add = (tag: string) => {
    if (tagOf(tag) === '') return;
    setTyped('');
    onAdd(tag);
  };
  const offered = suggestTags(known, own, typed);
  return (
    <>
      <form
        class="tags-add no-print"
        onSubmit={(event) => {
          event.preventDefault();
          // As it stands in the field: Enter can come before what was just typed is drawn.
          add(event.currentTarget.querySelector('input')?.value ?? typed);
        }}
      >
        <TextField
          label={label}
          value={typed}
          maxLength={MAX_TAG}
          autocomplete="off"
          placeholder={t('captureTagHint')}
          error={error}
          onInput={setTyped}
        />
        <Button type="submit" icon={<Plus aria-hidden="true" />} aria-label={t('captureTagAdd')} />
      </form>
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
    </>
  );
}

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
  /** Tags that are set already and need no suggestion. */
  own: readonly string[];
  error?: string;
  onAdd: (tag: string) => void;
}

/** Adds a tag by typing or from recent ones. */
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
          // From the DOM: Enter can come before the last key is rendered.
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

import { useLayoutEffect, useRef } from 'preact/hooks';
import { Search } from './icon.ts';
import { isTyping } from './is-typing.ts';

interface SearchFieldProps {
  /** Its accessible name, also the placeholder. */
  label: string;
  value: string;
  onInput: (value: string) => void;
}

/** The search field of a page. `/` focuses it; Escape clears it. */
export function SearchField({ label, value, onInput }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <div class="search no-print">
      <Search aria-hidden="true" />
      <input
        ref={input}
        class="input"
        type="search"
        enterKeyHint="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing) onInput('');
        }}
      />
      <span class="search-key" aria-hidden="true">
        /
      </span>
    </div>
  );
}

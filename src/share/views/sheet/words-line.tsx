import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../../team/profile.ts';
import { quoted, suggestions } from '../../suggest-phrases.ts';
import type { Session } from './session.ts';

const MAX_WORDS = 20_000;
/** Templates offered at most. */
const MOST_OWN = 3;
const growsAlone = CSS.supports('field-sizing', 'content');

/** Grows the field with its text where the browser does not support field-sizing. */
function grow(area: HTMLTextAreaElement): void {
  if (growsAlone) return;
  area.style.blockSize = 'auto';
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

/** Inserts a phrase at the caret, separated from its neighbours. */
function inserted(words: string, phrase: string, from: number, to: number): string {
  const before = words.slice(0, from);
  const after = words.slice(to);
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  const next = after === '' || /^\s/.test(after) ? '' : ' ';
  return before + gap + phrase + next + after;
}

/** The person's own words, empty at first, with phrases of the post to quote. */
export function WordsLine({ session }: { session: Session }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { say, facts } = session;
  const { words } = session.choice.value;
  const language = facts.language as Language;
  const phrases = useMemo(() => suggestions(facts.post, language), [facts, language]);
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [words]);
  const insert = (phrase: string) => {
    const at = area.current;
    const [from, to] = [at?.selectionStart ?? words.length, at?.selectionEnd ?? words.length];
    session.change({ words: inserted(words, phrase, from, to).slice(0, MAX_WORDS) });
    at?.focus();
  };
  const quote = (phrase: string) => insert(quoted(phrase, language));
  // Templates that are already in the text are not offered again.
  const own = facts.templates.filter((template) => !words.includes(template));
  return (
    <div class="line">
      <label class="name" for={id}>
        {say('sheetWords')}
      </label>
      <div class="control">
        <textarea
          ref={area}
          id={id}
          class="input"
          data-field="words"
          rows={1}
          dir="auto"
          // Browsers refuse autofocus in a cross-origin frame and log an error.
          autofocus={window === window.parent}
          maxLength={MAX_WORDS}
          placeholder={say('sheetWordsHint')}
          value={words}
          onInput={(event) => session.change({ words: event.currentTarget.value })}
        />
        {own.length > 0 && (
          <div class="suggestions">
            {own.slice(0, MOST_OWN).map((template) => (
              <button
                key={template}
                type="button"
                class="suggestion"
                data-own
                title={template}
                aria-label={say('sheetOwnWords', { text: template })}
                onClick={() => insert(template)}
              >
                {template}
              </button>
            ))}
          </div>
        )}
        {phrases.length > 0 && (
          <div class="suggestions" lang={facts.post.lang || undefined}>
            {phrases.map((phrase) => (
              <button
                key={phrase}
                type="button"
                class="suggestion"
                aria-label={say('sheetQuote', { text: phrase })}
                onClick={() => quote(phrase)}
              >
                {quoted(phrase, language)}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

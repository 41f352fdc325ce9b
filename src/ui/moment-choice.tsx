import { useId, useState } from 'preact/hooks';
import { clock } from '../i18n/format.ts';
import { Button } from './button.tsx';
import { fromMomentField, type QuickName, quickMoments, toMomentField } from './moments.ts';

/** Most days ahead for a reminder: drafts expire after 90. */
export const MOST_DAYS = 80;

export interface MomentWords {
  readonly quick: Record<QuickName, string>;
  /** Label for no reminder; empty where that is no choice. */
  readonly none: string;
  readonly own: string;
  readonly set: string;
  readonly past: string;
  readonly far: string;
}

interface MomentChoiceProps {
  words: MomentWords;
  language: string;
  /** A moment in UTC ms; 0 for none. Only trusted presses choose: a page's script can reach into the sheet. */
  onChoose: (at: number) => void;
}

/** Picks a moment: the usual ones as buttons, or a day and time. */
export function MomentChoice({ words, language, onChoose }: MomentChoiceProps) {
  const id = useId();
  const [now] = useState(Date.now);
  const latest = now + MOST_DAYS * 86_400_000;
  const [own, setOwn] = useState(() => toMomentField(quickMoments(now)[0]?.at ?? now));
  const [error, setError] = useState('');
  const choose = () => {
    const at = fromMomentField(own);
    if (at === null || at <= Date.now()) setError(words.past);
    else if (at > latest) setError(words.far);
    else onChoose(at);
  };
  return (
    <div class="moments">
      <div class="moments-quick">
        {quickMoments(now).map(({ name, at }) => (
          <Button key={name} onClick={(event) => event.isTrusted && onChoose(at)}>
            {words.quick[name]}
            <span class="caption">{clock(at, language)}</span>
          </Button>
        ))}
        {words.none && <Button onClick={(event) => event.isTrusted && onChoose(0)}>{words.none}</Button>}
      </div>
      <div class="field">
        <label for={id}>{words.own}</label>
        <div class="moments-own">
          <input
            id={id}
            class="input"
            type="datetime-local"
            value={own}
            min={toMomentField(now)}
            max={toMomentField(latest)}
            aria-invalid={error !== ''}
            aria-describedby={`${id}-error`}
            onInput={(event) => {
              setOwn(event.currentTarget.value);
              setError('');
            }}
          />
          <Button onClick={(event) => event.isTrusted && choose()}>{words.set}</Button>
        </div>
        <p class="field-error" id={`${id}-error`} role="alert" hidden={!error}>
          {error}
        </p>
      </div>
    </div>
  );
}

import './figures.css';
import { useId } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { FiguresChoice } from '../../figures.ts';
import { FiguresShown } from './figures-shown.tsx';

const CHOICES: readonly { readonly choice: FiguresChoice; readonly name: PlainKey }[] = [
  { choice: { mode: 'guarded', few: 5 }, name: 'figuresGuardedFive' },
  { choice: { mode: 'guarded', few: 3 }, name: 'figuresGuardedThree' },
  { choice: { mode: 'open', few: 5 }, name: 'figuresOpen' },
];

const isSame = (a: FiguresChoice, b: FiguresChoice) =>
  a.mode === b.mode && (a.mode === 'open' || a.few === b.few);

interface FiguresChoiceProps {
  value: FiguresChoice;
  onChange: (choice: FiguresChoice) => void;
  people: number;
}

/** How a team's figures are shown: guarded or open, each with what it means for a team of that size. */
export function FiguresChoiceField({ value, onChange, people }: FiguresChoiceProps) {
  const name = useId();
  return (
    <fieldset class="figures-choice">
      <legend class="out-of-sight">{t('figuresLegend')}</legend>
      {CHOICES.map(({ choice, name: words }) => (
        <label key={words} class="check">
          <input type="radio" name={name} checked={isSame(choice, value)} onChange={() => onChange(choice)} />
          <span>{t(words)}</span>
        </label>
      ))}
      <div aria-live="polite">
        <FiguresShown choice={value} people={people} />
      </div>
    </fieldset>
  );
}

import { useState } from 'preact/hooks';
import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { SelectField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import type { FiguresChoice } from '../../figures.ts';
import { FiguresChoiceField } from './figures-choice.tsx';

/** Sizes of teams between which something else is shown: the first and the last number of people of each. */
const SIZES = [
  [1, 4],
  [5, 6],
  [7, 19],
  [20, 49],
  [50, 199],
  [200, 0],
] as const;

function sizeName([from, to]: (typeof SIZES)[number]): string {
  const figure = (n: number) => number(n, current.value.language);
  if (to === 0) return t('figuresSizeFrom', { n: figure(from) });
  if (from === 1) return t('figuresSizeUpTo', { n: figure(to) });
  return t('figuresSizeRange', { from: figure(from), to: figure(to) });
}

interface FoundFiguresProps {
  value: FiguresChoice;
  onChange: (choice: FiguresChoice) => void;
}

/** Who founds a team decides how its figures are shown, with what that means for as many as they will be. */
export function FoundFigures({ value, onChange }: FoundFiguresProps) {
  const [from, setFrom] = useState('5');
  const size = SIZES.find(([first]) => String(first) === from) ?? SIZES[1];
  return (
    <Section title={t('foundFigures')} about={t('figuresAbout')}>
      <SelectField
        label={t('figuresSize')}
        value={from}
        options={SIZES.map((one) => ({ value: String(one[0]), label: sizeName(one) }))}
        onChange={setFrom}
      />
      <FiguresChoiceField value={value} onChange={onChange} people={size[1] || size[0]} />
    </Section>
  );
}

import { t } from '../../../i18n/language.ts';
import type { KeyTaking } from '../../../i18n/translate.ts';
import { coverOf, type FiguresChoice, WIDE } from '../../figures.ts';

/** People up to whom so little is shown: as it was found for teams of every size. */
const BY_SIZE: readonly (readonly [below: number, words: KeyTaking<'n'>])[] = [
  [20, 'figuresSizeFew'],
  [50, 'figuresSizeSome'],
  [WIDE, 'figuresSizeMany'],
];

/** What a guarded team of a size sees of itself, in a sentence. */
function sizeWords(few: FiguresChoice['few'], people: number): string {
  const least = coverOf(few);
  if (people < least) return t('figuresSizeNone', { n: people, least });
  const key = BY_SIZE.find(([below]) => people < below)?.[1] ?? 'figuresSizeAll';
  return t(key, { n: people });
}

interface FiguresShownProps {
  choice: FiguresChoice;
  /** How many people the team has, or will have. */
  people: number;
}

/** In plain words what will be seen of whom, and what will not, in a team of that size. */
export function FiguresShown({ choice, people }: FiguresShownProps) {
  const lines =
    choice.mode === 'open'
      ? [t('figuresOpenAll'), t('figuresOpenLeave')]
      : [
          t('figuresOwn'),
          t('figuresNames'),
          t('figuresSums', { n: choice.few }),
          sizeWords(choice.few, people),
          t('figuresHidden'),
        ];
  return (
    <ul class="figures-shown">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

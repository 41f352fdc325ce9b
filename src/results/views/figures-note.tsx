import { t } from '../../i18n/language.ts';
import type { PublishedRule } from '../../team/figures.ts';

/** How the figures of a month are published, in a sentence or two: why a dash stands where it does. */
export function FiguresNote({ rule }: { rule: PublishedRule | null }) {
  if (!rule) return null;
  return (
    <p class="caption">
      {rule.mode === 'open' ? t('figuresOpenNote') : t('figuresGuardedNote', { n: rule.few })}
    </p>
  );
}

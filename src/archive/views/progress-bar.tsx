import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import type { Progress } from '../progress.ts';

interface ProgressBarProps {
  /** The current step. */
  label: string;
  progress: Progress | null;
  onStop?: () => void;
}

/** Progress of a task, with Stop. */
export function ProgressBar({ label, progress, onStop }: ProgressBarProps) {
  const { done = 0, total = 0 } = progress ?? {};
  const { language } = current.value;
  return (
    <div class="work">
      <div class="work-line">
        <span role="status">{label}</span>
        {total > 0 && (
          <span class="caption">
            {t('dataOf', { done: number(done, language), total: number(total, language) })}
          </span>
        )}
      </div>
      <progress aria-label={label} max={Math.max(1, total)} value={total > 0 ? done : undefined} />
      {onStop && <Button onClick={onStop}>{t('dataStop')}</Button>}
    </div>
  );
}

import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Step } from '../../rights/permission-step.ts';
import { STEP_WORDS, USE_WORDS } from './status-words.ts';

/** Uses as one phrase, followed by the conditions. */
export function usesWords({ uses, terms }: Pick<Step, 'uses' | 'terms'>): string {
  return [...uses.map((use) => t(USE_WORDS[use])), ...(terms ? [terms] : [])].join(t('fieldJoin'));
}

function OneStep({ step }: { step: Step }) {
  const { language } = current.value;
  const what = step.type === 'granted' ? usesWords(step) : '';
  return (
    <li>
      <p>
        <time class="caption" dateTime={new Date(step.on).toISOString()}>
          {date(step.on, language)}
        </time>{' '}
        {t(STEP_WORDS[step.type])}
      </p>
      {what && <p class="caption">{what}</p>}
      {step.words && (
        <blockquote class="rights-words" dir="auto">
          {step.words}
        </blockquote>
      )}
      {step.link && (
        <a class="caption" href={step.link} target="_blank" rel="noreferrer">
          {t('rightsSeen')}
        </a>
      )}
    </li>
  );
}

/** All recorded steps, newest first. */
export function RightsHistory({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <details class="rights-history">
      <summary>{t('rightsHistory')}</summary>
      <ol>
        {[...steps].reverse().map((step) => (
          <OneStep key={step.id} step={step} />
        ))}
      </ol>
    </details>
  );
}

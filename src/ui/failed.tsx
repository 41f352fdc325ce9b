import { t } from '../i18n/language.ts';
import { type Failure, failureOf } from '../workspace/failure.ts';
import { FAILURE_WORDS } from '../workspace/failure-words.ts';
import { Button } from './button.tsx';
import { companionHref, companionTarget } from './companion-link.ts';
import { Empty } from './empty.tsx';
import { CircleAlert } from './icon.ts';

/** The browser's message without repetition: Dexie adds the error's name, and all of it again on a second line. */
function detailOf({ name, message }: Error): string {
  const [first = ''] = message.split('\n');
  return /^\w*(?:Error|Exception)\b/.test(first) ? first : `${name}: ${first}`;
}

/** Automatic backups in the companion. They are a database of their own, so they are listed without the diary. */
const BACKUPS = '#/settings/data';
/** Failures that another start may not mend: only there is a backup of use. */
const LASTING: readonly Failure[] = ['damaged', 'other'];

/** A failed read of the diary: what happened, that nothing was lost, and what to do. */
export function Failed({ error }: { error: Error }) {
  const failure = failureOf(error);
  const words = FAILURE_WORDS[failure];
  return (
    <Empty
      role="alert"
      icon={<CircleAlert aria-hidden="true" />}
      title={t(words.title)}
      action={
        <div class="empty-ways">
          <Button onClick={() => location.reload()}>{t('uiReload')}</Button>
          {LASTING.includes(failure) && (
            <a href={companionHref(BACKUPS)} target={companionTarget()}>
              {t('uiBackups')}
            </a>
          )}
        </div>
      }
      more={
        <details class="caption">
          <summary>{t('uiDetails')}</summary>
          <span>{detailOf(error)}</span>
        </details>
      }
    >
      {t(words.text)}
    </Empty>
  );
}

import { t } from '../i18n/language.ts';
import { failureOf } from '../workspace/failure.ts';
import { FAILURE_WORDS } from '../workspace/failure-words.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { CircleAlert } from './icon.ts';

/** The browser's message without repetition: Dexie adds the error's name, and all of it again on a second line. */
function detailOf({ name, message }: Error): string {
  const [first = ''] = message.split('\n');
  return /^\w*(?:Error|Exception)\b/.test(first) ? first : `${name}: ${first}`;
}

/** A failed read of the diary: what happened, that nothing was lost, and what to do. */
export function Failed({ error }: { error: Error }) {
  const words = FAILURE_WORDS[failureOf(error)];
  return (
    <Empty
      role="alert"
      icon={<CircleAlert aria-hidden="true" />}
      title={t(words.title)}
      action={<Button onClick={() => location.reload()}>{t('uiReload')}</Button>}
    >
      {t(words.text)}
      <br />
      <span class="caption">{detailOf(error)}</span>
    </Empty>
  );
}

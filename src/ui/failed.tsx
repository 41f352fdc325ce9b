import { t } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { CircleAlert } from './icon.ts';

/** A reading of the diary that failed: what happened, that nothing was lost, and the way out. */
export function Failed({ error }: { error: Error }) {
  return (
    <Empty
      role="alert"
      icon={<CircleAlert aria-hidden="true" />}
      title={t('uiFailedTitle')}
      action={<Button onClick={() => location.reload()}>{t('uiReload')}</Button>}
    >
      {t('uiFailedText')}
      <br />
      <span class="caption">
        {error.name}: {error.message}
      </span>
    </Empty>
  );
}

import { t } from '../../../i18n/language.ts';
import { Knot } from '../../../ui/knot.tsx';

/** The page before anything happened: what will stand here, and the way to the first share. */
export function FirstTime({ sites }: { sites: string | null }) {
  return (
    <div class="me-first">
      <Knot />
      <h1>{t(sites === null ? 'meNeverWeb' : 'meNever')}</h1>
      <p class="soft">{t(sites === null ? 'meNeverWebHow' : 'meNeverHow')}</p>
      {sites !== null && (
        <a class="button" href={sites}>
          {t('meChooseSites')}
        </a>
      )}
    </div>
  );
}

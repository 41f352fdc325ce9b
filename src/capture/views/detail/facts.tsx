import { calendarDay, moment } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Capture } from '../../capture.ts';
import { siteOf } from '../../card.ts';
import type { SiteNames } from '../site-names.ts';

/** Author, site, time of posting and time of capture. */
export function Facts({ capture, siteName }: SiteNames & { capture: Capture }) {
  const { language } = current.value;
  const { author, time, day } = capture.read;
  const when = (at: number) => <time dateTime={new Date(at).toISOString()}>{moment(at, language)}</time>;
  const called = author.handle || author.name;
  const on = (named: string) => <time dateTime={named}>{calendarDay(named, language)}</time>;
  const posted = time !== null ? when(time) : day ? on(day) : null;
  return (
    <ul class="detail-facts">
      {author.handle && author.name && (
        <li>
          <bdi>{author.name}</bdi>
        </li>
      )}
      {called && (
        <li>
          {author.url ? (
            <a href={author.url} target="_blank" rel="noreferrer">
              <bdi>{called}</bdi>
            </a>
          ) : (
            <bdi>{called}</bdi>
          )}
        </li>
      )}
      <li>{siteName(siteOf(capture))}</li>
      <li>
        {posted ? t('capturePostedAt') : t('captureNoTime')} {posted}
      </li>
      <li>
        {t('captureKeptAt')} {when(capture.at)}
      </li>
    </ul>
  );
}

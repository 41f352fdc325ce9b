import { moment } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { siteOf } from '../../card.ts';
import type { Capture } from '../../tables.ts';
import type { SiteNames } from '../names.ts';

/** Whose it is, where it stood, when it was written, and when it was kept. */
export function Facts({ capture, siteName }: SiteNames & { capture: Capture }) {
  const { language } = current.value;
  const { author, time } = capture.read;
  const when = (at: number) => <time dateTime={new Date(at).toISOString()}>{moment(at, language)}</time>;
  const called = author.handle || author.name;
  return (
    <ul class="detail-facts">
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
      <li>{time === null ? t('captureNoTime') : when(time)}</li>
      <li>
        {t('captureKeptAt')} {when(capture.at)}
      </li>
    </ul>
  );
}

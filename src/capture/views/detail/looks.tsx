import { moment } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { COUNT_NAMES } from '../../../post/post.ts';
import type { Capture } from '../../capture.ts';
import { COUNT_WORDS } from './count-list.tsx';

/** Each look, newest first: its counts, and whether the text had changed. */
export function Looks({ capture }: { capture: Capture }) {
  const { looks } = capture;
  const { language } = current.value;
  if (looks.length < 2) return null;
  const rows = looks
    .map((look, i) => ({ ...look, changed: i > 0 && looks[i - 1]?.text !== look.text }))
    .reverse();
  return (
    <section>
      <h2>{t('captureLooks')}</h2>
      <ol class="looks">
        {rows.map(({ at, counts, changed }) => (
          <li key={at}>
            <time dateTime={new Date(at).toISOString()}>{moment(at, language)}</time>
            <span class="looks-counts">
              {COUNT_NAMES.map((name) => {
                const count = counts[name];
                return (
                  count && (
                    <span key={name}>
                      {t(COUNT_WORDS[name])} <b>{count.shown}</b>
                    </span>
                  )
                );
              })}
              {changed && <span class="looks-changed">{t('captureTextChanged')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

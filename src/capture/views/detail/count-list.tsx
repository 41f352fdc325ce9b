import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { COUNT_NAMES, type CountName, type Post } from '../../../post/post.ts';

export const COUNT_WORDS: Record<CountName, PlainKey> = {
  replies: 'countReplies',
  reposts: 'countReposts',
  quotes: 'countQuotes',
  likes: 'countLikes',
  bookmarks: 'countBookmarks',
  views: 'countViews',
  score: 'countScore',
};

/** Counts of the last look as the site showed them, with the number behind a rounded one. */
export function CountList({ counts }: { counts: Post['counts'] }) {
  const { language } = current.value;
  const shown = COUNT_NAMES.flatMap((name) => {
    const count = counts[name];
    return count ? [{ name, count }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t('captureCounts')}</h2>
      <dl class="count-list">
        {shown.map(({ name, count }) => (
          <div key={name}>
            <dt>{t(COUNT_WORDS[name])}</dt>
            <dd>
              {count.shown}
              {!count.exact && number(count.value, language) !== count.shown && (
                <span class="caption">{t('captureAbout', { n: number(count.value, language) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="caption">{t('captureCountsMean')}</p>
    </section>
  );
}

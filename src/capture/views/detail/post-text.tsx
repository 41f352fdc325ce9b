import { t } from '../../../i18n/language.ts';
import type { Mention, Post } from '../../../post/post.ts';
import { titleOf } from './title.ts';

/** Text of a post, isolated so that its direction controls do not affect the page, with its own language. */
function Words({ text, lang }: { text: string; lang: string }) {
  return (
    <p class="post-words" dir="auto" lang={lang || undefined}>
      {text}
    </p>
  );
}

function Other({ title, other }: { title: string; other: Mention }) {
  const { author, text, url } = other;
  return (
    <figure class="post-other">
      <figcaption class="caption">
        {title} <bdi>{author.name || author.handle}</bdi>
      </figcaption>
      {text && (
        <blockquote cite={url || undefined}>
          <Words text={text} lang="" />
        </blockquote>
      )}
      {url && (
        <a class="caption" href={url} target="_blank" rel="noreferrer">
          {t('captureOtherOpen')}
        </a>
      )}
    </figure>
  );
}

/** The post's text, after the post it answers and before the one it quotes. */
export function PostText({ post }: { post: Post }) {
  const { title, text, lang, answers, quotes, links } = post;
  const name = titleOf(post);
  // The heading already shows the whole text or title: do not repeat it.
  const isTold = (words: string) => words.trim() === name;
  return (
    <section class="post-text" aria-label={t('capturePost')}>
      {answers && <Other title={t('captureAnswers')} other={answers} />}
      {title && !isTold(title) && (
        <h2 dir="auto" lang={lang || undefined}>
          {title}
        </h2>
      )}
      {text && !isTold(text) && <Words text={text} lang={lang} />}
      {!text && title && <p class="soft">{t('captureNoText')}</p>}
      {quotes && <Other title={t('captureQuotes')} other={quotes} />}
      {links.length > 0 && (
        <ul class="post-links">
          {links.map((link) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noreferrer">
                <bdi>{link}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

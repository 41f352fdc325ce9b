import './about.css';
import { current, t } from '../../i18n/language.ts';
import { factsOf, factWords } from '../about-words.ts';
import type { Post } from '../post.ts';

/** What a page states about its subject, as a list; empty where it states nothing. */
export function AboutList({ post }: { post: Post }) {
  const facts = factsOf(post, current.value.language);
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>{t('aboutTitle')}</h2>
      <dl class="about-list">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : factWords(value, t)}</dd>
          </div>
        ))}
      </dl>
      <p class="caption">{t('aboutMeans')}</p>
    </section>
  );
}

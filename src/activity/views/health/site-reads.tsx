import './health.css';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { Field } from '../../../post/post.ts';
import { CheckMark, CircleAlert } from '../../../ui/icon.ts';
import type { Condition, RecipeHealth, SiteHealth } from '../../site-health.ts';

const FIELDS: Record<Field, PlainKey> = {
  url: 'fieldUrl',
  author: 'fieldAuthor',
  handle: 'fieldHandle',
  text: 'fieldText',
  time: 'fieldTime',
};
const STATES: Record<Exclude<Condition, 'none'>, PlainKey> = {
  good: 'healthGood',
  some: 'healthSome',
  ailing: 'healthAiling',
};

function OneRecipe({ recipe }: { recipe: RecipeHealth }) {
  const { language } = current.value;
  const { version, since, full, partial, unrecognised, notFound } = recipe;
  const counts = [
    [full, 'healthFull'],
    [partial, 'healthPartial'],
    [unrecognised, 'healthUnrecognised'],
  ] as const;
  return (
    <li>
      <span>{t('healthRecipe', { version, date: date(since, language) })}</span>
      <span class="soft">
        {counts
          .filter(([n]) => n > 0)
          .map(([n, key]) => t(key, { n }))
          .join(t('fieldJoin'))}
      </span>
      {notFound.map(({ field, n, since: from }) => (
        <span key={field} class="soft">
          {t('healthMissing', { field: t(FIELDS[field]), n, date: date(from, language) })}
        </span>
      ))}
    </li>
  );
}

/** How a site reads: in a word, what to do about it, and by each recipe since when. */
export function SiteReads({ health }: { health: SiteHealth }) {
  const { condition, recipes } = health;
  if (condition === 'none') return <p class="caption">{t('healthNone')}</p>;
  const well = condition === 'good';
  return (
    <div class="reads" data-condition={condition}>
      <p class="reads-state">
        {well ? <CheckMark aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        {t(STATES[condition])}
      </p>
      {!well && <p>{t(condition === 'some' ? 'healthDoSome' : 'healthDoAiling')}</p>}
      <details open={!well}>
        <summary>{t('healthMore')}</summary>
        <ul>
          {recipes.map((recipe) => (
            <OneRecipe key={recipe.version} recipe={recipe} />
          ))}
        </ul>
      </details>
    </div>
  );
}

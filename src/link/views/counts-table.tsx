import './links.css';
import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { CLASSES } from '../click/rules.ts';
import type { ClassCounts } from '../hub-api.ts';
import { APART_WORDS, CLASS_WORDS } from './verdict-words.ts';

const isPeople = (name: string) => name === 'human' || name === 'qr';

interface CountsTableProps {
  counts: ClassCounts;
  /** Edition of the counting rules; 0 if unknown. */
  rules: number;
  /** What another service counted, which no rule of ours looked at. */
  imported?: number;
  /** People by links and codes together, if they are not shown apart. */
  people?: number;
}

/** Every click by what it counts as: people first, then what is not counted, each with the rule that decided. */
export function CountsTable({ counts, rules, imported = 0, people = 0 }: CountsTableProps) {
  const figure = (n: number) => number(n, current.value.language);
  const isCounted = people === 0 && (imported === 0 || Object.keys(counts).length > 0);
  const rows = CLASSES.filter((name) => (isPeople(name) && isCounted) || (counts[name] ?? 0) > 0);
  return (
    <section class="rank link-counts">
      <h2>{t('linkCounted')}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('linkCountedAs')}</th>
            <th scope="col" class="figure-cell">
              {t('linkCountedN')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">
                {t(CLASS_WORDS[name])}
                <span class="caption link-why">
                  {name === 'human'
                    ? t('clickWhyPerson')
                    : name === 'qr'
                      ? t('clickWhyScanned')
                      : t(APART_WORDS[name])}
                </span>
              </th>
              <td class="figure-cell">{figure(counts[name] ?? 0)}</td>
            </tr>
          ))}
          {people > 0 && (
            <tr>
              <th scope="row">{t('clickPeople')}</th>
              <td class="figure-cell">{figure(people)}</td>
            </tr>
          )}
          {imported > 0 && (
            <tr>
              <th scope="row">{t('linkImported')}</th>
              <td class="figure-cell">{figure(imported)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {rules > 0 && (isCounted || people > 0) && <p class="caption">{t('linkRules', { n: rules })}</p>}
    </section>
  );
}

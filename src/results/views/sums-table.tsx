import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { ResultSums } from '../results-items.ts';

interface SumsTableProps {
  title: string;
  about?: string;
  rows: readonly { id: string; name: string; sums: ResultSums }[];
}

/** People, groups or regions with what they prepared, opened and kept, and the people who followed it. Sorted by name: it is no contest. */
export function SumsTable({ title, about, rows }: SumsTableProps) {
  const figure = (n: number) => number(n, current.value.language);
  if (rows.length === 0) return null;
  return (
    <section class="rank">
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('teamName')}</th>
            <th scope="col" class="figure-cell">
              {t('teamPrepared')}
            </th>
            <th scope="col" class="figure-cell">
              {t('teamOpened')}
            </th>
            <th scope="col" class="figure-cell">
              {t('teamClicked')}
            </th>
            <th scope="col" class="figure-cell">
              {t('teamKept')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, sums }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="figure-cell">{figure(sums.prepared)}</td>
              <td class="figure-cell">{figure(sums.opened)}</td>
              <td class="figure-cell">{figure(sums.clicked ?? 0)}</td>
              <td class="figure-cell">{figure(sums.captured)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {about && <p class="caption">{about}</p>}
    </section>
  );
}

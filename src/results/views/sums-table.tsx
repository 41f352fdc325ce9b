import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import { TableBar } from '../../ui/table-bar.tsx';
import { type NamedSums, rankByClicks } from '../rank-by-clicks.ts';

interface SumsTableProps {
  title: string;
  about?: string;
  rows: readonly NamedSums[];
  /** Whether a place is shown before each name: a leaderboard. */
  places?: boolean;
  /** Whose row is marked as one's own. */
  own?: string;
  /** Whether nothing is shown as a dash: it may be hidden as well. */
  dash?: boolean;
}

const COLUMNS = ['teamPrepared', 'teamOpened', 'teamClicked'] as const;

/** People, groups, campaigns or materials with what they prepared and opened, and the people who followed it. */
export function SumsTable({ title, about, rows, places = false, own = '', dash = false }: SumsTableProps) {
  const figure = (n: number) => (dash && n === 0 ? '–' : number(n, current.value.language));
  const sorted = rankByClicks(rows);
  const most = Math.max(0, ...rows.map(({ sums }) => sums.clicked ?? 0));
  if (rows.length === 0) return null;
  return (
    <section class="rank">
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            {places && (
              <th scope="col" class="place-cell">
                <span class="out-of-sight">{t('teamPlace')}</span>
              </th>
            )}
            <th scope="col">{t('teamName')}</th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" class="figure-cell">
                {t(name)}
              </th>
            ))}
            <td class="bar-head" />
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, name, sums }, at) => (
            <tr key={id} data-own={id === own ? '' : undefined}>
              {places && <td class="place-cell">{figure(at + 1)}</td>}
              <th scope="row" dir="auto">
                {name}
                {id === own && <span class="caption"> {t('teamYou')}</span>}
              </th>
              <td class="figure-cell">{figure(sums.prepared)}</td>
              <td class="figure-cell">{figure(sums.opened)}</td>
              <td class="figure-cell">{figure(sums.clicked ?? 0)}</td>
              <td class="bar-cell">
                <TableBar value={sums.clicked ?? 0} max={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {about && <p class="caption">{about}</p>}
      {!dash && rows.some(({ sums }) => sums.opened > sums.prepared) && (
        <p class="caption">{t('teamOpenedEarlier')}</p>
      )}
    </section>
  );
}

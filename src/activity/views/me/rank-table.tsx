import { useState } from 'preact/hooks';
import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { TableBar } from '../../../ui/table-bar.tsx';
import type { Totals } from '../../stats.ts';

/** Rows before "show all". */
const FEW = 8;

interface RankTableProps {
  title: string;
  rows: readonly { id: string; totals: Totals }[];
  nameOf: (id: string) => string;
  /** Whether somebody counts clicks. */
  clicks?: boolean;
  /** Whether nothing is shown as a dash: it may be hidden as well. */
  dash?: boolean;
}

/** Channels or places by their clicks or shares, with a thin bar; without those that have captures only. */
export function RankTable({ title, rows, nameOf, clicks = false, dash = false }: RankTableProps) {
  const [all, showAll] = useState(false);
  const some = rows.filter(({ totals }) => totals.prepared + totals.opened + totals.clicked > 0);
  const has = (name: keyof Totals) => some.some(({ totals }) => totals[name] > 0);
  const by = clicks && has('clicked') ? 'clicked' : has('opened') ? 'opened' : 'prepared';
  const shared = some.toSorted((a, b) => b.totals[by] - a.totals[by]);
  const max = Math.max(0, ...shared.map(({ totals }) => totals[by]));
  const figure = (n: number) => (dash && n === 0 ? '–' : number(n, current.value.language));
  return (
    <section class="rank">
      <h2>{title}</h2>
      {shared.length === 0 ? (
        <p class="caption">{t('meNoRows')}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">
                <span class="out-of-sight">{title}</span>
              </th>
              <th scope="col" class="figure-cell">
                {t('mePreparedName')}
              </th>
              <th scope="col" class="figure-cell">
                {t('meOpenedName')}
              </th>
              {clicks && (
                <th scope="col" class="figure-cell">
                  {t('meClickedName')}
                </th>
              )}
              <td class="bar-head" />
            </tr>
          </thead>
          <tbody>
            {(all ? shared : shared.slice(0, FEW)).map(({ id, totals }) => (
              <tr key={id}>
                <th scope="row">{nameOf(id)}</th>
                <td class="figure-cell">{figure(totals.prepared)}</td>
                <td class="figure-cell">{figure(totals.opened)}</td>
                {clicks && <td class="figure-cell">{figure(totals.clicked)}</td>}
                <td class="bar-cell">
                  <TableBar value={totals[by]} max={max} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shared.length > FEW && (
        <Button kind="quiet" onClick={() => showAll(!all)}>
          {all ? t('meShowFewer') : t('meShowAll', { n: shared.length })}
        </Button>
      )}
    </section>
  );
}

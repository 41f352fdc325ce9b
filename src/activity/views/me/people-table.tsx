import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { TableBar } from '../../../ui/table-bar.tsx';

/** Rows that are shown where nobody says how many. */
const FEW = 8;

interface PeopleTableProps {
  title: string;
  rows: readonly { id: string; n: number }[];
  nameOf: (id: string) => string;
  /** The name of the figures; clicks by default. */
  heading?: string;
  about?: string;
  most?: number;
}

/** People who followed links, by one property of theirs, most first. Nothing if there is none. */
export function PeopleTable({ title, rows, nameOf, heading, about, most = FEW }: PeopleTableProps) {
  if (rows.length === 0) return null;
  return (
    <section class="rank">
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">
              <span class="out-of-sight">{title}</span>
            </th>
            <th scope="col" class="figure-cell">
              {heading ?? t('meClickedName')}
            </th>
            <td class="bar-head" />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ id, n }) => (
            <tr key={id}>
              <th scope="row">{nameOf(id)}</th>
              <td class="figure-cell">{number(n, current.value.language)}</td>
              <td class="bar-cell">
                <TableBar value={n} max={rows[0]?.n ?? 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {about && <p class="caption">{about}</p>}
    </section>
  );
}

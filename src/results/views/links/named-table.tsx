import { number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { TableBar } from '../../../ui/table-bar.tsx';

const MOST = 20;

interface NamedTableProps {
  title: string;
  about?: string;
  rows: readonly { id: string; name: string; n: number }[];
}

/** People by where they came from or with what, most first. */
export function NamedTable({ title, about, rows }: NamedTableProps) {
  const most = Math.max(0, ...rows.map(({ n }) => n));
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
              {t('linkPeople')}
            </th>
            <td class="bar-head" />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map(({ id, name, n }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="figure-cell">{number(n, current.value.language)}</td>
              <td class="bar-cell">
                <TableBar value={n} max={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {about && <p class="caption">{about}</p>}
    </section>
  );
}

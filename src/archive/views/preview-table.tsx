import { number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { Archived } from '../archived.ts';
import type { Report } from '../import.ts';

interface PreviewTableProps {
  report: Report;
  archived: Archived;
}

/** The effect of an import by kind: new, existing, merged. */
export function PreviewTable({ report, archived }: PreviewTableProps) {
  const { language } = current.value;
  const shown = report.tables.filter(({ fresh, same, differing }) => fresh + same + differing > 0);
  return (
    <table class="data-table">
      <thead>
        <tr>
          <th scope="col">{t('dataKind')}</th>
          <th scope="col">{t('dataNew')}</th>
          <th scope="col">{t('dataSame')}</th>
          <th scope="col">{t('dataDiffering')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ table, fresh, same, differing }) => {
          const name = archived.names[table];
          return (
            <tr key={table}>
              <th scope="row">{name ? t(name) : table}</th>
              <td>{number(fresh, language)}</td>
              <td>{number(same, language)}</td>
              <td>{number(differing, language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

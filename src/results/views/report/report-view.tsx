import '../../../activity/views/me/me.css';
import './report.css';
import { useState } from 'preact/hooks';
import { startOfDay } from '../../../activity/event.ts';
import { toDateField } from '../../../activity/span.ts';
import { CLICKS, SHARES } from '../../../activity/views/me/draw.ts';
import { Plot } from '../../../activity/views/me/plot.tsx';
import { dates, number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { CountsTable } from '../../../link/views/counts-table.tsx';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-and-open.ts';
import { Dates } from '../../../ui/dates.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { showToast } from '../../../ui/toast.tsx';
import { Unbroken } from '../../../ui/unbroken.tsx';
import { csvHead, csvLines } from '../../../workspace/csv.ts';
import {
  PART_NAMES,
  REPORT_COLUMNS,
  type Report,
  type ReportRow,
  reportJson,
  reportLines,
} from '../../report.ts';
import { isWeek, reportText, sentencesOf } from '../../report-text.ts';
import { FiguresNote } from '../figures-note.tsx';

const columns = {
  columns: REPORT_COLUMNS.map(({ heading, value }) => ({
    heading,
    value: value as (row: object) => string | number | null,
  })),
};

function takeCsv(report: Report): void {
  const text = csvHead(columns, t) + csvLines(columns, reportLines(report, t));
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName(report)}.csv`);
}

function takeJson(report: Report): void {
  saveFile(new Blob([reportJson(report)], { type: 'application/json' }), `${fileName(report)}.json`);
}

function titleOf(report: Report): string {
  if (report.of === 'team') return t('reportTeamTitle');
  return t(isWeek(report) ? 'reportWeekTitle' : 'reportOwnTitle');
}

async function copyReport(report: Report): Promise<void> {
  const { language } = current.value;
  const days = dates(startOfDay(report.from), startOfDay(report.to), language);
  showToast(t((await copyText(reportText(report, days, t))) ? 'reportCopied' : 'linkCopyFailed'));
}

const fileName = ({ of, from, to }: Report) => `musubi-${of}-${toDateField(from)}-${toDateField(to)}`;

/** Figures as a report: to read, to print, and to take away as CSV or JSON. */
export function ReportView({ report, back }: { report: Report; back: string }) {
  const { counts, rules, imported, people = 0 } = report;
  const shown = report.parts.filter(({ rows }) => rows.length > 0);
  return (
    <div class="figures">
      <header>
        <p class="caption no-print">
          <a href={back}>{t('reportBack')}</a>
        </p>
        <h1>{titleOf(report)}</h1>
        <p class="soft">
          {report.name && `${report.name} · `}
          <Dates from={startOfDay(report.from)} to={startOfDay(report.to)} />
        </p>
        <p class="figures-acts no-print">
          <Button onClick={() => print()}>{t('reportPrint')}</Button>{' '}
          <Button onClick={() => void copyReport(report)}>{t('reportCopy')}</Button>{' '}
          <Button kind="quiet" onClick={() => takeCsv(report)}>
            {t('reportCsv')}
          </Button>{' '}
          <Button kind="quiet" onClick={() => takeJson(report)}>
            {t('reportJson')}
          </Button>
        </p>
      </header>
      <First report={report} />
      <Part title={t('reportTotal')} rows={[{ ...report.total, name: t('reportTotal') }]} />
      {report.figures && <FiguresNote rule={report.figures} />}
      {(Object.keys(counts).length > 0 || imported > 0 || people > 0) && (
        <CountsTable counts={counts} rules={rules} imported={imported} people={people} />
      )}
      {shown.map(({ id, rows }) => (
        <Part key={id} title={t(PART_NAMES[id])} rows={rows} />
      ))}
      <section class="figures-words">
        <h2>{t('reportWords')}</h2>
        <dl>
          <dt>{t('mePreparedName')}</dt>
          <dd>{t('mePreparedMeans')}</dd>
          <dt>{t('meOpenedName')}</dt>
          <dd>{t('meOpenedMeans')}</dd>
          <dt>{t('meClickedName')}</dt>
          <dd>{t('meClickedMeans')}</dd>
        </dl>
      </section>
    </div>
  );
}

/** The summary on the first page: one sentence and one chart. Figures that are not counted are left out. */
function First({ report }: { report: Report }) {
  const { total, bars = [] } = report;
  const sentences = sentencesOf(report, t);
  const title = t('reportChart');
  return (
    <section class="report-first">
      <p class="report-sentence">
        <Unbroken text={sentences.join(t('meJoin'))} />
      </p>
      {bars.length > 1 && (
        <Plot bars={bars} series={(total.clicked ?? 0) > 0 ? CLICKS : SHARES} title={title} />
      )}
    </section>
  );
}

/** Rows of a part before "show all"; on paper as on the screen. */
const FEW = 10;

function Part({ title, rows: every }: { title: string; rows: readonly ReportRow[] }) {
  const [all, showAll] = useState(false);
  const rows = all ? every : every.slice(0, FEW);
  const figure = (n: number | null) => (n === null ? '–' : number(n, current.value.language));
  return (
    <section class="rank">
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">
              <span class="out-of-sight">{title}</span>
            </th>
            {(['mePreparedName', 'meOpenedName', 'meClickedName'] as const).map((name) => (
              <th key={name} scope="col" class="figure-cell">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, prepared, opened, clicked }) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td class="figure-cell">{figure(prepared)}</td>
              <td class="figure-cell">{figure(opened)}</td>
              <td class="figure-cell">{figure(clicked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {every.length > FEW && (
        <Button kind="quiet" class="no-print" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('meShowFewer') : t('meShowAll', { n: every.length })}
        </Button>
      )}
    </section>
  );
}

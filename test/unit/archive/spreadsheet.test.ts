import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { eventsSheet } from '../../../src/activity/csv.ts';
import { capturesSheet } from '../../../src/capture/csv.ts';
import { type PlainKey, translate } from '../../../src/i18n/translate.ts';
import { REPORT_COLUMNS, type Report, reportLines } from '../../../src/results/report.ts';
import { sharesSheet } from '../../../src/share/csv.ts';
import { csvHead, csvLines } from '../../../src/workspace/csv.ts';
import type { Column } from '../../../src/workspace/sheet.ts';
import { event, link } from '../../browser/archive/filled.ts';
import { capture } from '../../browser/capture/stored.ts';
import { findSoffice } from '../../run/soffice.ts';

const soffice = findSoffice();
const words = (key: PlainKey) => translate(en, 'en', key);

/** What others write so that a spreadsheet runs it. */
const NASTY = [
  '=1+1',
  'tea;=1+1;coffee',
  'tea\t=1+1\tcoffee',
  'tea\n=1+1',
  '";=1+1;"',
  '"\t=1+1',
  'a;"=HYPERLINK(""http://evil.example"")"',
  "a; '=1+1",
  ';=1+1',
  '+1+1',
  '@SUM(1)',
  '-1+1|x',
];

/** The same with nasty words in the place of every text. */
function spoiled(value: unknown, nasty: string): unknown {
  if (typeof value === 'string') return nasty;
  if (Array.isArray(value)) return value.map((one) => spoiled(one, nasty));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoiled(one, nasty)]));
}

const reportColumns = REPORT_COLUMNS.map(({ heading, value }) => ({
  heading,
  value: value as (row: object) => string | number | null,
}));
const figures = { name: '', prepared: 3, opened: -2, clicked: 1 };
const rowsOf = (name: string) => [{ ...figures, name }];
const reportOf = (nasty: string): Report => ({
  ...{ from: 1, to: 7, of: 'me', name: nasty, total: { ...figures, name: nasty }, imported: 1 },
  ...{ counts: {}, rules: 1 },
  parts: [
    { id: 'links', rows: rowsOf(nasty) },
    { id: 'materials', rows: rowsOf(nasty) },
    { id: 'campaigns', rows: rowsOf(nasty) },
  ],
});

function csvOf(columns: readonly Column[], row: object): string {
  const rows = NASTY.map((nasty) => spoiled(row, nasty) as object);
  return csvHead({ columns }, words) + csvLines({ columns }, rows);
}

const EXPORTS: Readonly<Record<string, string>> = {
  activity: csvOf(eventsSheet.columns as readonly Column[], event('event-0001')),
  shares: csvOf(sharesSheet.columns as readonly Column[], link('link-0001')),
  captures: csvOf(
    capturesSheet.columns as readonly Column[],
    capture('1', 1, { tags: ['a', 'b'], note: 'n' }, { links: ['https://a.example/'] }),
  ),
  report:
    csvHead({ columns: reportColumns }, words) +
    NASTY.map((nasty) => csvLines({ columns: reportColumns }, reportLines(reportOf(nasty), words))).join(''),
};

describe.skipIf(soffice === null)('exports opened in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-sheets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const files = Object.entries(EXPORTS).map(([name, text]) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, text);
    return file;
  });

  it.each([
    [',', 44],
    [';', 59],
    ['tab', 9],
  ])(
    'have no cell that is a formula, with %s between cells',
    async (_, separator) => {
      // Texts in quotes are read as any others, numbers are looked for, formulas are run: as dangerous as it can be set.
      const filter = `CSV:${separator},34,76,1,,0,false,true,false,false,false,-1,true`;
      const control = join(folder, `control-${separator}.csv`);
      writeFileSync(control, `tea${String.fromCharCode(separator)}=1+1\n`);
      const out = join(folder, String(separator));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
      const to = ['--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', out];
      await promisify(execFile)(soffice ?? '', [profile, ...to, control, ...files]);
      const formulas = (name: string) =>
        readFileSync(join(out, `${name}.fods`), 'utf8').match(/table:formula="[^"]*"/g) ?? [];
      expect(formulas(`control-${separator}`)).toHaveLength(1);
      expect(Object.keys(EXPORTS).flatMap((name) => formulas(name).map((found) => [name, found]))).toEqual(
        [],
      );
    },
    60_000,
  );
});

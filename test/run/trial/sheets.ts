import Papa from 'papaparse';
import * as z from 'zod/mini';
import { capturesSheet } from '../../../src/capture/csv.ts';
import { csvLines } from '../../../src/workspace/csv.ts';
import { captured } from './captured.ts';
import { inZone, type Run } from './kind.ts';

const Text = z.looseObject({ text: z.string() });
const Published = z.looseObject({ published: z.string(), zone: z.optional(z.string()) });

/** How a spreadsheet may be set to part cells. */
const SEPARATORS = [',', ';', '\t'];
/** What a cell begins with that Excel or its like computes. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** Cells of an export of a post with this text that a spreadsheet would take for formulas. */
export const runCsvCell: Run = (one) => {
  const { text } = Text.parse(one);
  const row = { ...captured({ text, title: text }), note: text, tags: [text] };
  // A spreadsheet ends a row at any line break that it does not take for quoted.
  const csv = csvLines(capturesSheet, [row]).replaceAll('\r\n', '\n');
  const cells = SEPARATORS.flatMap((delimiter) =>
    Papa.parse<string[]>(csv, { delimiter, newline: '\n' }).data.flat(),
  );
  return { formulas: cells.filter((cell) => FORMULA.test(cell)).length };
};

/** The day on which a page says it was published, as an export shows it in a zone. */
export const runPublishedDay: Run = async (one, { reader }) => {
  const { published, zone } = Published.parse(one);
  const data = { '@type': 'Article', headline: 'A day', datePublished: published };
  const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><p>A day`;
  const post = await (await reader()).post({ address: 'https://page.invalid/', html, scripts: false });
  const sheet = { columns: capturesSheet.columns.filter(({ heading }) => heading === 'csvPostedAt') };
  const shown = await inZone(zone, () => csvLines(sheet, [captured(post ?? {})]));
  return { day: shown.trim().slice(0, 10) };
};

import * as z from 'zod/mini';
import type { Say } from '../i18n/translate.ts';
import { csvHead, csvLines } from '../workspace/csv.ts';
import type { TableDeclaration } from '../workspace/declare.ts';
import { versionOf, type Workspace } from '../workspace/open.ts';
import { bytesField, keyField } from '../workspace/shape.ts';
import type { Sheet } from '../workspace/sheet.ts';
import { type Archived, carried } from './archived.ts';
import {
  asideFile,
  bytesFile,
  dataFile,
  FORMAT,
  FORMAT_VERSION,
  INDEX,
  MANIFEST,
  type Manifest,
  schemaFile,
  sheetFile,
} from './format.ts';
import { indexPage } from './index-page.ts';
import { type Course, counting } from './progress.ts';
import type { Row } from './row.ts';
import { tablePages } from './table-pages.ts';
import { type ZipWriter, zipWriter } from './zip/write.ts';

export interface ExportOptions extends Course {
  /** The version of Musubi, from the extension's manifest. */
  readonly app: string;
  /** Time of export, UTC ms. */
  readonly at: number;
  readonly language: string;
  /** Translates, for headings and the index page. */
  readonly words: Say;
}

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);
const line = (row: unknown) => `${JSON.stringify(row)}\n`;

function writeFile(zip: ZipWriter, name: string, text: string): void {
  const file = zip.open(name);
  file.write(encode(text));
  file.close();
}

type Count = ReturnType<typeof counting>;
type TableEntry = Manifest['tables'][number];

/** Writes rows that match their schema and returns the others, to be written separately. */
async function writePlain(
  workspace: Workspace,
  table: TableDeclaration,
  zip: ZipWriter,
  count: Count,
): Promise<{ rows: number; broken: unknown[] }> {
  const file = zip.open(dataFile(table.name));
  const broken: unknown[] = [];
  let rows = 0;
  for await (const page of tablePages(workspace, table)) {
    const fit = page.filter((row) => table.row.safeParse(row).success);
    if (fit.length < page.length) broken.push(...page.filter((row) => !fit.includes(row)));
    if (fit.length > 0) file.write(encode(fit.map(line).join('')));
    rows += fit.length;
    count(table.name, page.length);
  }
  file.close();
  return { rows, broken };
}

/** Writes each row's bytes as a file, then the rows, which name those files. */
async function writeWithBytes(
  workspace: Workspace,
  table: TableDeclaration,
  field: string,
  zip: ZipWriter,
  count: Count,
): Promise<{ rows: number; broken: unknown[] }> {
  const lines: string[] = [];
  const broken: unknown[] = [];
  const key = keyField(table);
  for await (const page of tablePages(workspace, table)) {
    for (const row of page) {
      const bytes = row[field];
      const name = bytesFile(table.name, String(row[key]), row.type);
      if (
        !table.row.safeParse(row).success ||
        !(bytes instanceof Uint8Array) ||
        !/^\w+$/.test(String(row[key]))
      ) {
        broken.push({ ...row, [field]: null });
        continue;
      }
      const file = zip.open(name, false);
      file.write(bytes);
      file.close();
      lines.push(line({ ...row, [field]: name }));
    }
    count(table.name, page.length);
  }
  const file = zip.open(dataFile(table.name));
  for (let from = 0; from < lines.length; from += 1000)
    file.write(encode(lines.slice(from, from + 1000).join('')));
  file.close();
  return { rows: lines.length, broken };
}

async function writeTable(
  workspace: Workspace,
  table: TableDeclaration,
  zip: ZipWriter,
  count: Count,
): Promise<TableEntry> {
  const field = bytesField(table);
  const { rows, broken } = field
    ? await writeWithBytes(workspace, table, field, zip, count)
    : await writePlain(workspace, table, zip, count);
  if (broken.length > 0) writeFile(zip, asideFile(table.name), broken.map(line).join(''));
  return { name: table.name, file: dataFile(table.name), schema: schemaFile(table.name), rows };
}

async function writeSheet(
  workspace: Workspace,
  sheet: Sheet,
  zip: ZipWriter,
  count: Count,
  words: ExportOptions['words'],
): Promise<void> {
  const file = zip.open(sheetFile(sheet.table.name));
  file.write(encode(csvHead(sheet, words)));
  for await (const page of tablePages(workspace, sheet.table)) {
    const fit = page.filter((row: Row) => sheet.table.row.safeParse(row).success);
    if (fit.length > 0) file.write(encode(csvLines(sheet, fit)));
    count(`${sheet.table.name}.csv`, page.length);
  }
  file.close();
}

/** A table's schema as JSON Schema (draft 2020-12). Bytes appear as the name of their file. */
export function schemaOf(table: TableDeclaration): string {
  const schema = z.toJSONSchema(table.row, { unrepresentable: 'any', io: 'input' });
  const field = bytesField(table);
  const file = { type: 'string', description: 'Name of the file in this zip that holds the bytes.' };
  const properties = field ? { properties: { ...schema.properties, [field]: file } } : {};
  return `${JSON.stringify({ title: table.name, ...schema, ...properties }, null, 2)}\n`;
}

/** Bytes are counted page by page, so that the main thread is not blocked. */
async function totalOf(workspace: Workspace, archived: Archived): Promise<number> {
  const tables = [...carried(archived), ...archived.sheets.map((sheet) => sheet.table)];
  const counts = await Promise.all(tables.map((table) => workspace.rows(table).count()));
  return counts.reduce((sum, n) => sum + n, 0);
}

/**
 * Exports the whole diary into one zip: each table as NDJSON with its schema, media as files, sheets as CSV, an
 * index page, and a manifest with counts and hashes. Reads page by page and changes nothing. Throws an
 * AbortError when aborted.
 */
export async function exportAll(
  workspace: Workspace,
  archived: Archived,
  options: ExportOptions,
): Promise<{ blob: Blob; manifest: Manifest }> {
  const zip = zipWriter(options.at);
  const count = counting(options, await totalOf(workspace, archived));
  const tables: TableEntry[] = [];
  for (const table of carried(archived)) {
    writeFile(zip, schemaFile(table.name), schemaOf(table));
    tables.push(await writeTable(workspace, table, zip, count));
  }
  for (const sheet of archived.sheets) await writeSheet(workspace, sheet, zip, count, options.words);
  const diary = versionOf(archived.tables);
  const about = { format: FORMAT, version: FORMAT_VERSION, app: options.app, diary } as const;
  const contents = { ...about, at: options.at, language: options.language, tables };
  writeFile(zip, INDEX, indexPage({ ...contents, files: [...zip.written] }, archived, options.words));
  const manifest: Manifest = { ...contents, files: [...zip.written] };
  writeFile(zip, MANIFEST, `${JSON.stringify(manifest)}\n`);
  return { blob: zip.finish(), manifest };
}

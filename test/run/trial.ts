import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { PageReader } from './read-page.ts';
import { Case, differences } from './trial/case.ts';
import { runClicksImport } from './trial/clicks-import.ts';
import type { Ground, Run } from './trial/kind.ts';
import { runRead, runSelection } from './trial/read.ts';
import { runRequest } from './trial/request.ts';
import { runSearch } from './trial/search.ts';
import { runCsvCell, runPublishedDay } from './trial/sheets.ts';
import { runAddressInText, runClean, runLength, runSamePage } from './trial/text.ts';

const KINDS: ReadonlyMap<string, Run> = new Map([
  ['read', runRead],
  ['selection', runSelection],
  ['clicks-import', runClicksImport],
  ['request', runRequest],
  ['search', runSearch],
  ['length', runLength],
  ['clean', runClean],
  ['address-in-text', runAddressInText],
  ['csv-cell', runCsvCell],
  ['published-day', runPublishedDay],
  ['same-page', runSamePage],
]);

async function came(one: Case, ground: Ground): Promise<unknown> {
  const run = KINDS.get(one.run);
  if (!run) return { failed: `no kind of case is called ${one.run}` };
  try {
    return await run(one, ground);
  } catch (error) {
    return { failed: String(error) };
  }
}

/** A table for people: a line for each case, and below it what came where something else is right. */
function line(one: Case, result: unknown): string {
  const wrong = differences(one, result).map(
    (part) => `      ${part.path}: ${JSON.stringify(part.right)} is right, ${JSON.stringify(part.came)} came`,
  );
  const failed = z.object({ failed: z.string() }).safeParse(result);
  const why = failed.success ? [`      ${failed.data.failed}`] : [];
  return [`${wrong.length === 0 ? 'right' : 'WRONG'}  ${one.run}  ${one.id}`, ...wrong, ...why].join('\n');
}

async function trial(folder: string, isForPrograms: boolean): Promise<object> {
  const cases = z.array(Case).parse(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')));
  const opened: PageReader[] = [];
  const reader = async () => {
    const one = opened[0] ?? (await PageReader.open());
    if (opened.length === 0) opened.push(one);
    return one;
  };
  const ground: Ground = { folder, reader };
  const wrong: string[] = [];
  try {
    for (const one of cases) {
      const result = await came(one, ground);
      if (differences(one, result).length > 0) wrong.push(one.id);
      if (!isForPrograms) console.log(line(one, result));
    }
  } finally {
    for (const one of opened) await one.close();
  }
  return { cases: cases.length, right: cases.length - wrong.length, wrong };
}

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!folder) {
  console.error('usage: npm run -s trial -- FOLDER [--json]');
  process.exit(1);
}
console.log(JSON.stringify(await trial(resolve(folder), process.argv.includes('--json'))));

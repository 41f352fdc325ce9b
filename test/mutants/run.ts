import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, sources } from '../unit/house/imports.ts';
import { isExplained } from './explained.ts';
import { Lab } from './lab.ts';
import { described, lineOf, mutated, mutationsOf } from './mutations.ts';
import { type Related, relatedTests } from './related.ts';

/**
 * `npm run mutants -- <folder or file …>`: changes each rule in the smallest ways and lists the changes that no test
 * notices. A change that changes nothing is explained in `explained.json`. The last line is for programs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '20' } },
});

/** Tests of one file run for at most so long, the nearest first: what only far ones notice is as good as not tested. */
const MOST_MS = Number(values.seconds) * 1000;
/** Files of tests that may be found not to fit into that time, before no more are tried. */
const MOST_TOO_LONG = 3;
/** What a mutant may take beyond three times what its tests took before. */
const GRACE_MS = 6000;
/** The first tests that a mutant meets. Most are noticed by these. */
const FIRST = 2;

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutation: string;
}

/** The tests of a file that pass as it is, as many as run within the time; those that notice most come first. */
class Chosen {
  readonly tests: string[] = [];
  ms = 0;
  private readonly counts = new Map<string, number>();

  static async of(lab: Lab, related: readonly string[]): Promise<Chosen> {
    const chosen = new Chosen();
    let tooLong = 0;
    for (const test of related) {
      if (tooLong === MOST_TOO_LONG) break;
      const ms = await lab.timeOf(test);
      if (ms === null || chosen.ms + ms > MOST_MS) tooLong += 1;
      else {
        chosen.tests.push(test);
        chosen.ms += ms;
      }
    }
    return chosen;
  }

  noticed(test: string): void {
    this.counts.set(test, (this.counts.get(test) ?? 0) + 1);
    this.tests.sort((a, b) => (this.counts.get(b) ?? 0) - (this.counts.get(a) ?? 0));
  }
}

/** Whether a test fails by the change, or nothing ends any more. */
async function isNoticed(lab: Lab, file: string, text: string, chosen: Chosen): Promise<boolean> {
  const { tests } = chosen;
  for (const some of [tests.slice(0, FIRST), tests.slice(FIRST)]) {
    if (some.length === 0) continue;
    const replies = await lab.tryOut(file, text, some, (await lab.timeOfAll(some)) * 3 + GRACE_MS);
    const failed = replies?.find(({ passed }) => !passed);
    if (failed) chosen.noticed(failed.file);
    if (failed || replies === null || replies.length < some.length) return true;
  }
  return false;
}

/** Whether a test of any group notices a change. */
async function isNoticedByAny(lab: Lab, file: string, text: string, groups: readonly Chosen[]) {
  for (const group of groups) if (await isNoticed(lab, file, text, group)) return true;
  return false;
}

interface Found {
  readonly mutants: number;
  readonly explained: number;
  readonly survived: readonly Survivor[];
}

/** Makes every mutant of a file, and says which survive. */
async function findIn(file: string, lab: Lab, related: Related): Promise<Found> {
  const text = lab.textOf(file);
  const mutations = mutationsOf(file, text);
  const unknown = mutations.filter((mutation) => !isExplained(file, text, mutation));
  if (unknown.length === 0) return { mutants: mutations.length, explained: mutations.length, survived: [] };
  const started = Date.now();
  const groups = [await Chosen.of(lab, related.unit), await Chosen.of(lab, related.browser)];
  const tests = groups.flatMap((group) => group.tests).length;
  console.log(`${file}: ${unknown.length} mutants, ${tests} files of tests`);
  const survived: Survivor[] = [];
  for (const mutation of unknown) {
    if (await isNoticedByAny(lab, file, mutated(text, mutation), groups)) continue;
    const one = { file, line: lineOf(text, mutation.start), mutation: described(text, mutation) };
    survived.push(one);
    console.log(`survived  ${file}:${one.line}  ${one.mutation}`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const noticed = unknown.length - survived.length;
  console.log(`${file}: ${noticed} of ${unknown.length} noticed (${seconds} s)`);
  return { mutants: mutations.length, explained: mutations.length - unknown.length, survived };
}

const isFile = (path: string) => statSync(join(root, path)).isFile();

const files = positionals
  .map((path) => path.replace(/\/$/, ''))
  .flatMap((path) => (isFile(path) ? [path] : sources(path)))
  .filter((file) => /\.tsx?$/.test(file));

// Of its own, since two may run at once.
const lab = new Lab(join(root, '.output/mutants', String(process.pid)));
const relatedTo = relatedTests();
const found: Found[] = [];
for (const file of files) found.push(await findIn(file, lab, relatedTo(file)));
lab.close();
const survived = found.flatMap((one) => one.survived);
const mutants = found.reduce((sum, one) => sum + one.mutants, 0);
const explained = found.reduce((sum, one) => sum + one.explained, 0);
const killed = mutants - explained - survived.length;
console.log(JSON.stringify({ folder: positionals.join(' '), mutants, killed, explained, survived }));
process.exit(survived.length === 0 ? 0 : 1);

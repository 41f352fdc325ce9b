import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, sources } from '../unit/house/imports.ts';
import { isExplained } from './explained.ts';
import { Lab } from './lab.ts';
import { lineOf, type Mutation, mutated, mutationsOf } from './mutations.ts';
import { testsOf } from './related.ts';

/**
 * `npm run mutants -- <folder or file …>`: changes each rule in the smallest ways and lists the changes that no unit test
 * notices. A change that changes nothing is explained in `explained.json`. The last line is for programs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '20' } },
});

/** Tests of one file run for at most so long, the nearest first: what only far ones notice is as good as not tested. */
const MOST_MS = Number(values.seconds) * 1000;
/** What a mutant may take beyond what its tests took before. */
const GRACE_MS = 15_000;
/** The first tests that a mutant meets. Most are noticed by these. */
const FIRST = 2;

interface Chosen {
  readonly tests: readonly string[];
  readonly ms: number;
}

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutation: string;
}

/** The tests of a file that pass as it is, as many as run within the time. */
async function testsWithin(lab: Lab, file: string): Promise<Chosen> {
  const chosen: string[] = [];
  let ms = 0;
  for (const test of testsOf(file)) {
    if (ms > MOST_MS) break;
    const [reply] = (await lab.run([test], 120_000)) ?? [];
    if (!reply?.passed || ms + reply.ms > MOST_MS) continue;
    chosen.push(test);
    ms += reply.ms;
  }
  return { tests: chosen, ms };
}

/** Whether a test fails by the change, or nothing ends any more. */
async function isNoticed(lab: Lab, file: string, text: string, { tests, ms }: Chosen): Promise<boolean> {
  for (const some of [tests.slice(0, FIRST), tests.slice(FIRST)]) {
    if (some.length === 0) continue;
    const replies = await lab.tryOut(file, text, some, ms * 4 + GRACE_MS);
    if (replies === null || replies.some(({ passed }) => !passed) || replies.length < some.length)
      return true;
  }
  return false;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const described = (text: string, { rule, start, end, by }: Mutation) =>
  `${rule}: ${oneLine(text.slice(start, end)).slice(0, 80)} → ${oneLine(by).slice(0, 80)}`;

const isFile = (path: string) => statSync(join(root, path)).isFile();

const files = positionals
  .map((path) => path.replace(/\/$/, ''))
  .flatMap((path) => (isFile(path) ? [path] : sources(path)))
  .filter((file) => /\.ts$/.test(file));

const lab = new Lab(join(root, '.output/mutants'));
const survived: Survivor[] = [];
let mutants = 0;
let explained = 0;
for (const file of files) {
  const text = lab.textOf(file);
  const mutations = mutationsOf(file, text);
  if (mutations.length === 0) continue;
  const started = Date.now();
  const chosen = await testsWithin(lab, file);
  if (chosen.tests.length === 0) console.log(`${file}: no unit test imports it, or none passes`);
  let noticed = 0;
  for (const mutation of mutations) {
    const found = { file, line: lineOf(text, mutation.start), mutation: described(text, mutation) };
    if (isExplained(file, found.mutation)) explained += 1;
    else if (await isNoticed(lab, file, mutated(text, mutation), chosen)) noticed += 1;
    else {
      survived.push(found);
      console.log(`survived  ${file}:${found.line}  ${found.mutation}`);
    }
  }
  mutants += mutations.length;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `${file}: ${noticed} of ${mutations.length} noticed by ${chosen.tests.length} files of tests (${seconds} s)`,
  );
}
lab.close();
const killed = mutants - explained - survived.length;
console.log(JSON.stringify({ folder: positionals.join(' '), mutants, killed, explained, survived }));
process.exit(survived.length === 0 ? 0 : 1);

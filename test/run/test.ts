import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { buildExtension } from './build.ts';
import { buildWeb } from './build-web.ts';
import { inMemory } from './in-memory.ts';
import { findSoffice } from './soffice.ts';
import { tool } from './tool.ts';

const root = new URL('../..', import.meta.url).pathname;

const memory = inMemory();
/** Folders of tests are made where a commit waits for no disk. */
const env = { ...process.env, ...(memory.folder && { TMPDIR: memory.folder }) };

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };

/** What took how long, s: files of tests, and what runs without files. */
const durations: { readonly name: string; readonly seconds: number }[] = [];
const SLOWEST = 10;

/** Waits for a command; what it said, where we hold it, is shown then: others run beside it. Its status. */
async function ended(command: ChildProcess): Promise<number | null> {
  const said: Buffer[] = [];
  for (const stream of [command.stdout, command.stderr])
    stream?.on('data', (part: Buffer) => said.push(part));
  const [status] = await once(command, 'close').catch((error: unknown) => {
    said.push(Buffer.from(`${String(error)}\n`));
    return [null];
  });
  process.stdout.write(Buffer.concat(said));
  return status;
}

/** One command that has to succeed. */
async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const started = Date.now();
  const passed = (await ended(spawn(command, args, { cwd: root, stdio: 'pipe' }))) === 0;
  tally[passed ? 'passed' : 'failed'] += 1;
  const seconds = (Date.now() - started) / 1000;
  durations.push({ name, seconds });
  console.log(`${passed ? 'ok' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}

/** Every build of the extension, then the companion for the web. Throws where one fails: nothing can be tested then. */
async function builds(): Promise<void> {
  await buildExtension('e2e');
  await buildWeb();
}

/** A run of some of the projects, or of some files in them, added up from the runner's own report; shown as it goes, or when it has ended. */
async function tests(
  name: string,
  shown: 'as it goes' | 'at the end',
  projects: readonly string[],
  files: readonly string[] = [],
): Promise<void> {
  const report = `${root}.output/test-${name}.json`;
  rmSync(report, { force: true });
  const output = [
    '--silent=passed-only',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', '--config', 'test/vitest.config.ts', ...chosen, ...output, ...files];
  const status = await ended(
    spawn(tool('vitest'), args, { cwd: root, env, stdio: shown === 'as it goes' ? 'inherit' : 'pipe' }),
  );
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    tally.passed += counted.numPassedTests;
    tally.failed += counted.numFailedTests;
    tally.skipped += counted.numPendingTests + (counted.numTodoTests ?? 0);
    for (const { name, startTime, endTime } of counted.testResults)
      durations.push({ name: relative(root, name), seconds: (endTime - startTime) / 1000 });
    // A file that failed to load fails no test; the run's own status tells.
    if (status !== 0 && counted.numFailedTests === 0) tally.failed += 1;
  } catch (error) {
    console.log(`FAILED  ${name}: no report (${String(error)})`);
    tally.failed += 1;
  }
}

/**
 * Three lanes, none of which takes a core by itself all the time: the unit tests wait for disks and sockets, a browser end to
 * end for its pages. Each lasts about as long as the others.
 */
async function whole(): Promise<void> {
  await Promise.all([
    tests('inside', 'as it goes', ['browser']).then(() =>
      check('screens', process.execPath, 'test/pictures/run.ts', '--fast'),
    ),
    tests('e2e', 'at the end', ['e2e']),
    tests('unit', 'at the end', ['unit']).then(() => tests('later', 'at the end', ['e2e-later'])),
  ]);
}

/** Of the hub, what a commit waits for: how people join, what a room takes, how a link leads. */
const OF_HUB = ['attacks', 'joining', 'log', 'loading', 'range', 'settings', 'sync'];
/** Floods, fuzz and visitors by the thousand, which a commit does not wait for. */
const NOT_QUICK = 'test/unit/link/hub/{counting,counting-fuzz,following,link-floods}.test.ts';

/** What a commit waits for, in minutes: the rules without floods and fuzz, and the main job in one browser. */
async function quick(): Promise<void> {
  const folders = readdirSync(`${root}test/unit`, { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== 'hub')
    .map(({ name }) => `test/unit/${name}/`);
  const files = OF_HUB.map((name) => `test/unit/hub/${name}.test.ts`);
  await Promise.all([
    tests('main-job', 'as it goes', ['e2e'], ['test/e2e/main-job.test.ts']),
    tests(
      'rules',
      'at the end',
      ['unit'],
      ['test/unit/house.test.ts', ...folders, ...files, `--exclude=${NOT_QUICK}`],
    ),
  ]);
}

/** The slowest files, so that nobody has to look for what costs most. */
function showSlowest(): void {
  const slowest = durations.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  console.log(`The slowest ${slowest.length}:`);
  for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
}

mkdirSync(`${root}.output`, { recursive: true });
const { missing } = ensureBrowsers();
for (const reason of missing) {
  console.log(`skipped  ${reason}`);
  tally.skipped += 1;
}
// Its tests are counted as skipped by their runner.
if (!findSoffice()) console.log('skipped  exports in LibreOffice: there is no soffice on this machine');
await Promise.all([
  check('format and lint', tool('biome'), 'check', '--error-on-warnings', '.'),
  check('types of the build', tool('wxt'), 'prepare').then(() =>
    Promise.all([check('types', tool('tsc'), '--noEmit'), builds()]),
  ),
]);
await (process.argv.includes('--quick') ? quick() : whole());
memory.remove();
showSlowest();
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 ? 0 : 1);

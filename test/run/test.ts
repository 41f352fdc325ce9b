import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { buildExtension } from './build.ts';
import { buildWeb } from './build-web.ts';
import { type Cost, slowestOf } from './costs.ts';
import { CpuMeter } from './cpu-meter.ts';
import { inMemory } from './in-memory.ts';
import { inLanes } from './lanes.ts';
import { findSoffice } from './soffice.ts';
import { tool } from './tool.ts';

const root = new URL('../..', import.meta.url).pathname;

const memory = inMemory();
/** Folders of tests are made where a commit waits for no disk, and what one process compiled no other compiles again. */
const env = {
  ...process.env,
  ...(memory.folder && { TMPDIR: memory.folder }),
  NODE_COMPILE_CACHE: `${root}.output/compiled`,
};

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };

const costs: Cost[] = [];

interface Ended {
  readonly status: number | null;
  readonly meter: CpuMeter;
}

/** Waits for a command; what it wrote, where we hold it, is shown then: others run beside it. */
async function ended(command: ChildProcess): Promise<Ended> {
  const meter = new CpuMeter(command.pid ?? 0);
  const output: Buffer[] = [];
  for (const stream of [command.stdout, command.stderr])
    stream?.on('data', (part: Buffer) => output.push(part));
  const [status] = await once(command, 'close').catch((error: unknown) => {
    output.push(Buffer.from(`${String(error)}\n`));
    return [null];
  });
  meter.stop();
  process.stdout.write(Buffer.concat(output));
  return { status, meter };
}

/** One command that has to succeed. */
async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const started = Date.now();
  const { status, meter } = await ended(spawn(command, args, { cwd: root, env, stdio: 'pipe' }));
  const passed = status === 0;
  tally[passed ? 'passed' : 'failed'] += 1;
  const seconds = (Date.now() - started) / 1000;
  costs.push({ name, seconds, cpu: meter.between(started, Date.now()) });
  console.log(`${passed ? 'ok' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}

/** Every build of the extension, then the companion for the web. Throws where one fails: nothing can be tested then. */
async function builds(): Promise<void> {
  await buildExtension('e2e');
  await buildWeb();
}

interface FileReport {
  readonly name: string;
  readonly startTime: number;
  readonly endTime: number;
}
const byEnd = (files: readonly FileReport[]) => files.toSorted((a, b) => a.endTime - b.endTime);

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
  let from = Date.now();
  const { status, meter } = await ended(
    spawn(tool('vitest'), args, { cwd: root, env, stdio: shown === 'as it goes' ? 'inherit' : 'pipe' }),
  );
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    tally.passed += counted.numPassedTests;
    tally.failed += counted.numFailedTests;
    tally.skipped += counted.numPendingTests + (counted.numTodoTests ?? 0);
    // One file at a time: what was taken since the one before is of reading this one, and of its tests.
    for (const { name, startTime, endTime } of byEnd(counted.testResults)) {
      const cpu = meter.between(from, endTime);
      costs.push({ name: relative(root, name), seconds: (endTime - startTime) / 1000, cpu });
      from = endTime;
    }
    // A file that failed to load fails no test; the run's own status tells.
    if (status !== 0 && counted.numFailedTests === 0) tally.failed += 1;
  } catch (error) {
    console.log(`FAILED  ${name}: no report (${String(error)})`);
    tally.failed += 1;
  }
}

/** No lane takes a core by itself all the time: unit tests wait for disks and sockets, a browser end to end for its pages. */
const LANES = 3;
/**
 * Files end to end that run in one process, as long together as others are: first those that borrow one browser, then the
 * rest. Whatever is not named is in the last.
 */
const END_TO_END = [
  ['bad-things', 'nasty-chromium', 'any-page', 'privacy', 'companion'],
  ['main-job', 'proxies', 'permissions'],
  ['firefox', 'interrupted'],
  ['team-three', 'team', 'team-web', 'team-restore'],
].map((names) => names.map((name) => `test/e2e/${name}.test.ts`));

function endToEnd(): string[][] {
  const named = new Set(END_TO_END.flat());
  const files = readdirSync(`${root}test/e2e`).filter((name) => name.endsWith('.test.ts'));
  return [...END_TO_END, files.map((name) => `test/e2e/${name}`).filter((file) => !named.has(file))];
}

/** The long ones first, so that all lanes end at about the same time. */
const whole = () =>
  inLanes(
    [
      () => tests('inside', 'as it goes', ['browser']),
      () => tests('unit', 'at the end', ['unit']),
      ...endToEnd().map((files, at) => () => tests(`e2e-${at + 1}`, 'at the end', ['e2e'], files)),
      () => check('screens', process.execPath, 'test/pictures/run.ts', '--fast'),
    ],
    LANES,
  );

/** Of the hub, what a commit waits for: how people join, what a room takes, how a link leads. */
const OF_HUB = ['attacks', 'joining', 'log', 'load-budget', 'range', 'settings', 'sync'];
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
    // One checker: each further one reads the libraries' types again, and the other core builds.
    Promise.all([check('types', tool('tsc'), '--noEmit', '--checkers', '1'), builds()]),
  ),
]);
await (process.argv.includes('--quick') ? quick() : whole());
memory.remove();
writeFileSync(`${root}.output/test-costs.json`, JSON.stringify(costs));
for (const line of slowestOf(costs)) console.log(line);
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 ? 0 : 1);

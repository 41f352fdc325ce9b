import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { judged, type Lint, type Told } from './lint.ts';
import { tool } from './tool.ts';

const root = new URL('../..', import.meta.url).pathname;
const output = join(root, '.output');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
const packaged = (kind: string) => join(output, `${name}-${version}-${kind}.zip`);

/** Packs one browser's extension. Throws with the builder's own words where it fails. */
function pack(browser: 'chrome' | 'firefox'): void {
  const args = ['zip', '-b', browser, '--mv3', '--mode', 'production'];
  const ran = spawnSync(tool('wxt'), args, { cwd: root, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`packing for ${browser} failed:\n${ran.stdout}${ran.stderr}`);
}

/** What Firefox's own linter finds in a package. */
function lint(file: string): Lint {
  const ran = spawnSync(tool('addons-linter'), [file, '--output', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!ran.stdout.startsWith('{')) throw new Error(`the linter said nothing:\n${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as Lint;
}

/** The line that a finding points at, and where in it. */
function lineOf(files: Record<string, Uint8Array>, { file, line }: Told): string {
  const bytes = file ? files[file] : undefined;
  return (bytes && strFromU8(bytes).split('\n')[(line ?? 1) - 1]) ?? '';
}

function main(): number {
  for (const old of existsSync(output) ? readdirSync(output) : [])
    if (old.endsWith('.zip')) rmSync(join(output, old));
  pack('chrome');
  pack('firefox');
  for (const kind of ['chrome', 'firefox', 'sources'])
    console.log(`packed  ${packaged(kind)} (${Math.round(statSync(packaged(kind)).size / 1024)} KB)`);
  const files = unzipSync(new Uint8Array(readFileSync(packaged('firefox'))));
  const { ours, brought } = judged(lint(packaged('firefox')), (told) => lineOf(files, told));
  for (const { told, known } of brought)
    console.log(`brought by ${known.library}  ${told.code} in ${told.file}: ${known.reason}`);
  for (const told of ours)
    console.log(`FAILED  ${told._type} ${told.code} in ${told.file ?? 'the package'}: ${told.message}`);
  console.log(`Firefox's linter: ${ours.length} of ours, ${brought.length} brought by libraries`);
  return ours.length === 0 ? 0 : 1;
}

process.exitCode = main();

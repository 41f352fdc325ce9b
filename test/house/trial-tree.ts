import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { copyTree } from '../run/copy-tree.ts';
import { root } from '../unit/house/imports.ts';

const run = promisify(execFile);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** A text in a file that is there, and what stands in its place then. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly by: string;
}

/** Something that is added to the project: whole files, and lines in files that are there. */
export interface Addition {
  /** Its folder in `test/house/additions`, whose files go where they stand there. */
  readonly id: string;
  /** Folders of the capability. What changes elsewhere is its cost. */
  readonly own: readonly string[];
  readonly edits: readonly Edit[];
}

/** Written by `npm run house -- --draw`, from what folders import: nobody adds a line there. */
const GENERATED = ['test/unit/house/rules.ts', 'docs/architecture.md'];

/** A copy of the project to which things are really added. */
export class TrialTree {
  readonly tree: string;

  constructor(tree: string) {
    this.tree = tree;
    copyTree(tree);
    execFileSync('git', ['init', '-q'], { cwd: tree });
    this.commit();
  }

  private git(...args: string[]): string {
    const who = ['-c', 'user.name=house', '-c', 'user.email=house@localhost', '-c', 'core.hooksPath='];
    return execFileSync('git', [...who, ...args], { cwd: this.tree, encoding: 'utf8' });
  }

  private commit(): void {
    this.git('add', '-A');
    this.git('commit', '-qm', 'as it is');
  }

  /** Adds it, and gives the lines that changed outside of its own folders, by file. */
  add({ id, own, edits }: Addition): ReadonlyMap<string, number> {
    const from = new URL(`./additions/${id}/`, import.meta.url).pathname;
    for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.txt')) continue;
      const to = join(this.tree, name.replace(/\.txt$/, ''));
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(from, name), to);
    }
    for (const edit of edits) this.edit(edit);
    const changed = this.changed().filter(
      ([file]) => !own.some((folder) => file.startsWith(`${folder}/`)) && !GENERATED.includes(file),
    );
    this.commit();
    return new Map(changed);
  }

  private edit({ file, find, by }: Edit): void {
    const path = join(this.tree, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(find)) throw new Error(`${file} has no "${find}"`);
    writeFileSync(
      path,
      text.replace(find, () => by),
    );
  }

  private changed(): [string, number][] {
    this.git('add', '-A');
    return this.git('diff', '--cached', '--numstat')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'))
      .map(([added, removed, file = '']) => [file, Math.max(Number(added), Number(removed))]);
  }

  /** Types, form, the tests of the house and of words, and the build of both browsers: what of it fails. */
  async check(): Promise<unknown[]> {
    const cwd = this.tree;
    await run(process.execPath, ['test/run/words.mjs'], { cwd });
    await run(bin('wxt'), ['prepare'], { cwd });
    await run(process.execPath, ['test/house/draw.ts'], { cwd });
    // As `npm run fix` does: an edit of a list leaves its form to the formatter.
    await run(bin('biome'), ['check', '--write', 'src', 'entrypoints'], { cwd });
    const checks = await Promise.allSettled([
      run(bin('tsc'), ['--noEmit'], { cwd }),
      run(bin('vitest'), [...'run --config test/vitest.config.ts --project unit'.split(' '), ...HOUSE], {
        cwd,
      }),
      run(bin('biome'), ['check', '--error-on-warnings', 'src', 'entrypoints'], { cwd }),
    ]);
    for (const browser of ['chrome', 'firefox'])
      checks.push(
        ...(await Promise.allSettled([run(bin('wxt'), ['build', '-b', browser, '--mv3'], { cwd })])),
      );
    return checks.flatMap((check) => (check.status === 'rejected' ? [check.reason] : []));
  }
}

const HOUSE = ['test/unit/house.test.ts', 'test/unit/i18n', 'test/unit/documents.test.ts'];

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTree } from '../run/copy-tree.ts';
import { TestProcess } from './test-process.ts';
import type { Reply } from './vitest-child.ts';

/** Which of Vitest's projects a file of tests is in. */
const projectOf = (test: string) => (test.startsWith('test/browser/') ? 'browser' : 'unit');

/** A test that is longer than this on the unchanged project is not run, ms. */
const LONGEST = 20_000;

/** A copy of the project with Vitest on it, in which one file at a time is changed. */
export class Lab {
  private readonly tree: string;
  private readonly processes: { readonly unit: TestProcess; readonly browser: TestProcess };
  /** How long each file of tests takes on the unchanged project, ms; null where it does not pass. */
  private readonly times = new Map<string, number | null>();

  constructor(tree: string) {
    this.tree = tree;
    copyTree(tree);
    this.processes = { unit: new TestProcess(tree, 'unit'), browser: new TestProcess(tree, 'browser') };
  }

  textOf(file: string): string {
    return readFileSync(join(this.tree, file), 'utf8');
  }

  /** How long a file of tests takes, ms; null where it does not pass. */
  async timeOf(test: string): Promise<number | null> {
    const known = this.times.get(test);
    if (known !== undefined) return known;
    const [reply] = (await this.processes[projectOf(test)].run([test], LONGEST)) ?? [];
    const time = reply?.passed ? reply.ms : null;
    if (time === null) console.log(`${test} does not pass as it is, or not in ${LONGEST / 1000} s`);
    this.times.set(test, time);
    return time;
  }

  async timeOfAll(tests: readonly string[]): Promise<number> {
    const times = await Promise.all(tests.map((test) => this.timeOf(test)));
    return times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
  }

  /**
   * Runs tests of one project with a file as `text`, which is then as it was; null where they did not end within `most` ms,
   * or the process died.
   */
  async tryOut(file: string, text: string, tests: readonly string[], most: number): Promise<Reply | null> {
    const before = this.textOf(file);
    writeFileSync(join(this.tree, file), text);
    const reply = await this.processes[projectOf(tests[0] ?? '')].run(tests, most, file);
    writeFileSync(join(this.tree, file), before);
    return reply;
  }

  close(): void {
    this.processes.unit.close();
    this.processes.browser.close();
    rmSync(this.tree, { recursive: true, force: true });
  }
}

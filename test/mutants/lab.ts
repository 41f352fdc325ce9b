import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTree } from '../run/copy-tree.ts';
import type { Reply, Request } from './vitest-child.ts';

/** A copy of the project with a Vitest on it, in which one file at a time is changed. */
export class Lab {
  private readonly tree: string;
  private child: ChildProcess | null = null;
  /** The file that was changed last: it is as it was again, which Vitest has to learn. */
  private last: string | null = null;

  constructor(tree: string) {
    this.tree = tree;
    copyTree(tree);
  }

  textOf(file: string): string {
    return readFileSync(join(this.tree, file), 'utf8');
  }

  /** Runs tests with a file as `text`, which is then as it was; null where they did not end within `most` ms, or the process died. */
  async tryOut(file: string, text: string, tests: readonly string[], most: number): Promise<Reply | null> {
    const before = this.textOf(file);
    writeFileSync(join(this.tree, file), text);
    const reply = await this.run(tests, most, file);
    writeFileSync(join(this.tree, file), before);
    this.last = file;
    return reply;
  }

  /** Runs tests on what is there; `file`: what is changed now. Null where they did not end within `most` ms. */
  async run(tests: readonly string[], most: number, file: string | null = null): Promise<Reply | null> {
    const request: Request = { changed: [file, this.last].filter((one) => one !== null), tests };
    const child = this.child ?? (await this.start());
    const { promise, resolve } = Promise.withResolvers<Reply | null>();
    const late = setTimeout(resolve, most, null);
    child.once('message', resolve).once('exit', () => resolve(null));
    child.send(request);
    const reply = await promise;
    clearTimeout(late);
    child.removeAllListeners();
    if (reply === null) this.close();
    return reply;
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(new URL('./vitest-child.ts', import.meta.url), [this.tree], {
      execArgv: ['--max-old-space-size=1500'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      cwd: this.tree,
    });
    this.child = child;
    await once(child, 'message');
    return child;
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }
}

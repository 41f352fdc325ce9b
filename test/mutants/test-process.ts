import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Reply, Request } from './vitest-child.ts';

/** A few seeds notice what hundreds do, and a mutant runs them all. */
const FEW_SEEDS = { MUSUBI_SEEDS: '40', MUSUBI_MUTATIONS: '500' };

/** A warm Vitest of one project, started when it is needed and again after it was ended. */
export class TestProcess {
  private readonly tree: string;
  private readonly project: 'unit' | 'browser';
  private child: ChildProcess | null = null;
  /** The file that was changed last: it is as it was again, which Vitest has to learn. */
  private last: string | null = null;

  constructor(tree: string, project: 'unit' | 'browser') {
    this.tree = tree;
    this.project = project;
  }

  /** Runs tests on what is there; `file`: what is changed now. Null where they did not end within `most` ms. */
  async run(tests: readonly string[], most: number, file: string | null = null): Promise<Reply | null> {
    const request: Request = { changed: [file, this.last].filter((one) => one !== null), tests };
    this.last = file;
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
    const child = fork(new URL('./vitest-child.ts', import.meta.url), [this.tree, this.project], {
      execArgv: ['--max-old-space-size=1500'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      cwd: this.tree,
      env: { ...process.env, ...FEW_SEEDS },
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

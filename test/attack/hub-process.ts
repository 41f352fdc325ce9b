import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { HubSetup } from './attack.ts';
import { until } from './until.ts';

const MAIN = new URL('../../src/hub/main.ts', import.meta.url).pathname;
const CLOCK = new URL('./hub-clock.ts', import.meta.url).href;
/** What Node compiled of the hub: half of what a start costs, and there are hundreds. */
const COMPILED = new URL('../../.output/attack-cache', import.meta.url).pathname;
/** How long a hub may take to start on a busy machine, ms. */
const START_MS = 30_000;

/** The hub as people run it (`src/hub/main.ts`), in a process of its own whose clock can be turned. */
export class HubProcess {
  readonly child: ChildProcess;
  /** What it wrote on standard output, and what on standard error. */
  output = '';
  errors = '';
  /** Whether somebody ended it on purpose. */
  wasEnded = false;
  private asked = 0;

  constructor(folder: string, { env = {}, now, files, fileBytes, checksItems = false }: HubSetup, port = 0) {
    const bounds = [files && `ulimit -n ${files}`, fileBytes && `ulimit -f ${Math.ceil(fileBytes / 512)}`];
    // Where the shell counts blocks of 1,024, a file may grow to twice as much: still a bound.
    const script = [...bounds.filter((bound) => bound), 'exec "$0" "$@"'].join('; ');
    const variables = { MUSUBI_FOLDER: folder, MUSUBI_PORT: String(port), MUSUBI_ZONE: 'UTC', ...env };
    this.child = spawn('sh', ['-c', script, process.execPath, '--import', CLOCK, MAIN], {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: COMPILED,
        ...variables,
        ATTACK_NOW: String(now ?? ''),
        ATTACK_MODULES: process.env.ATTACK_MODULES,
        ATTACK_ITEMS: checksItems ? 'checked' : 'any',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.on('data', (bytes: Buffer) => {
      this.output = (this.output + bytes).slice(-200_000);
    });
    this.child.stderr?.on('data', (bytes: Buffer) => {
      this.errors = (this.errors + bytes).slice(-200_000);
    });
  }

  /** Waits until it answers; its port. Throws with what it wrote where it ends at once. */
  async started(): Promise<{ port: number; invite: string }> {
    const end = performance.now() + START_MS;
    for (;;) {
      const port = Number(/"what":"started","port":(\d+)/.exec(this.output)?.[1] ?? 0);
      if (port && (await answers(port))) return { port, invite: this.invite };
      if (this.ended || performance.now() > end)
        throw new Error(`the hub did not start: ${this.output}${this.errors}`);
      await new Promise((turn) => setTimeout(turn, 10));
    }
  }

  private get invite(): string {
    return /http\S+#\/join\/\S+\n/.exec(this.output)?.[0].trim() ?? '';
  }

  /** The first admin's link; it may come some reads after the hub answers. */
  async invited(): Promise<string> {
    await until(() => this.invite !== '', 'the first admin’s link', START_MS);
    return this.invite;
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits for its end: the status it ended with, or the signal. */
  async end(): Promise<number | string> {
    if (!this.ended) await once(this.child, 'exit');
    return this.child.exitCode ?? this.child.signalCode ?? 0;
  }

  /** Sends a signal that ends it, and waits for the end. */
  signal(name: NodeJS.Signals): Promise<number | string> {
    this.wasEnded = true;
    const ended = this.end();
    this.child.kill(name);
    return ended;
  }

  /** Asks the process about itself, or turns its clock; it answers between two of its own turns. */
  about(ask: { readonly turn?: number } = {}): Promise<{ cpuMs: number; now: number }> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error('the hub has ended'));
      const hear = (answer: unknown) => {
        const { id: of, ...rest } = answer as { id: number; cpuMs: number; now: number };
        if (of !== id) return;
        this.child.off('message', hear);
        this.child.off('exit', gone);
        resolve(rest);
      };
      this.child.on('message', hear);
      this.child.once('exit', gone);
      this.child.send({ id, ...ask }, (error) => error && gone());
    });
  }

  /** Resident memory, MB: now, and the most there ever was. Linux alone knows; elsewhere 0. */
  memory(): { now: number; most: number } {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
      return { now: of('VmRSS'), most: of('VmHWM') };
    } catch {
      return { now: 0, most: 0 };
    }
  }
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`, { headers: { host: `127.0.0.1:${port}` } }).then(
    ({ status }) => status < 500,
    () => false,
  );

/** Starts one and stops it in order, since what was compiled is written at the end of a process. */
export async function compiled(folder: string): Promise<void> {
  const process = new HubProcess(folder, {});
  await process.started();
  await process.signal('SIGTERM');
}

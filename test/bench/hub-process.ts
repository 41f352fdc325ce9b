import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const main = new URL('../../src/hub/main.ts', import.meta.url).pathname;

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface HubProcess {
  readonly child: ChildProcess;
  /** The first admin's link, where the folder has no admin yet. */
  readonly admin: string;
  readonly kill: () => Promise<void>;
}

/** The hub as people run it, in a process of its own. Answers when it is ready. */
export async function startProcess(folder: string, port: number): Promise<HubProcess> {
  const env = { ...process.env, MUSUBI_FOLDER: folder, MUSUBI_PORT: String(port) };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += said.length < 20_000 ? bytes.toString() : '';
  });
  // It answers that it is ready before it has said whom it waits for.
  while (!said.includes('"what":"started"') || !(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`the hub ended at once: ${said}`);
    await new Promise((turn) => setTimeout(turn, 20));
  }
  const kill = async () => {
    const gone = new Promise((end) => child.once('exit', end));
    child.kill('SIGKILL');
    await gone;
  };
  return { child, admin: /http\S+#\/join\/\S+/.exec(said)?.[0] ?? '', kill };
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { openRoom } from './device.ts';
import { freePort } from './hub-process.ts';

const ROOM = 'stock';
/** How long is written before the kill, ms: within the time that a debounced store waits. */
const WRITING = 1500;

/** Hocuspocus as it comes: a server that stores the whole document some time after the last change. */
export async function startStock() {
  const folder = mkdtempSync(join(tmpdir(), 'stock-'));
  const port = await freePort();
  const child: ChildProcess = fork(new URL('./stock-server.ts', import.meta.url).pathname, [
    String(port),
    folder,
  ]);
  await new Promise((ready) => child.once('message', ready));
  return { port, killWhileWriting: () => killWhileWriting(child, port, folder) };
}

async function killWhileWriting(child: ChildProcess, port: number, folder: string): Promise<number> {
  const { doc, provider, close } = openRoom(port, ROOM, 1, async () => 'any');
  await new Promise<void>((done) => provider.on('synced', () => done()));
  const acked: string[] = [];
  const until = Date.now() + WRITING;
  for (let at = 0; Date.now() < until; at += 1) {
    const answered = new Promise<void>((done) => {
      const hear = ({ number }: { number: number }) => {
        if (number !== 0) return;
        provider.off('unsyncedChanges', hear);
        done();
      };
      doc.getMap('items').set(`k${at}`, at);
      provider.on('unsyncedChanges', hear);
    });
    await answered;
    acked.push(`k${at}`);
  }
  const gone = new Promise((end) => child.once('exit', end));
  child.kill('SIGKILL');
  await gone;
  close();
  const kept = new Y.Doc();
  try {
    Y.applyUpdate(kept, readFileSync(join(folder, ROOM)));
  } catch {
    // Nothing was stored yet: all of it is lost, and counted so below.
  }
  rmSync(folder, { recursive: true });
  return acked.filter((key) => !kept.getMap('items').has(key)).length;
}

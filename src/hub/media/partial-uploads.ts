import { mkdirSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDiskFull } from '../store/disk-full.ts';

/** How many media a member may have half sent, and for how long the hub waits for the rest, ms. */
export const MOST_PARTIAL_UPLOADS = 8;
export const PARTIAL_LIFETIME = 7 * 86_400_000;

interface PartialUpload {
  readonly path: string;
  readonly member: string;
  /** When something was last added to it, ms; 0 where it is gone. */
  readonly touched: number;
}

/** A half that something is being added to. */
interface Writer {
  readonly member: string;
  readonly cut: () => void;
  readonly ended: Promise<void>;
}

/**
 * What of media has come, by the hash and the member who sends it: what another sent under that hash may be anything. A part
 * goes to the disk as it comes. Who sends the same medium anew has given up the request of before.
 */
export class PartialUploads {
  private readonly folder: string;
  private readonly writers = new Map<string, Writer>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(hash: string, member: string): string {
    return join(this.folder, `${hash}-${member}`);
  }

  /** How many bytes of a medium have come. */
  async bytes(hash: string, member: string): Promise<number> {
    return (await bytesOf(this.path(hash, member))) ?? 0;
  }

  /**
   * Runs what adds to a half, alone: what was adding to it before is cut off first. `write` is told when it is cut off
   * itself.
   */
  async writing<Value>(
    hash: string,
    member: string,
    write: (cut: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const path = this.path(hash, member);
    for (let before = this.writers.get(path); before; before = this.writers.get(path)) await cutOff(before);
    const [controller, { promise: ended, resolve }] = [new AbortController(), Promise.withResolvers<void>()];
    this.writers.set(path, { member, cut: () => controller.abort(), ended });
    try {
      return await write(controller.signal);
    } finally {
      this.writers.delete(path);
      resolve();
    }
  }

  /**
   * Adds to the end of a half what comes of a part that ends at `to`; how much is there then. What came of a part that broke
   * off stays, to go on from; where the disk is full it is asked for later.
   */
  async append(
    { hash, member, at }: { hash: string; member: string; at: number },
    { from, to }: { from: number; to: number },
    parts: AsyncIterable<Uint8Array>,
  ): Promise<{ bytes: number; whole: false } | 'form' | 'rate'> {
    let bytes = from;
    const file = await open(this.path(hash, member), 'a', 0o600);
    try {
      for await (const part of parts) {
        if (bytes + part.byteLength > to + 1) break;
        await file.appendFile(part);
        bytes += part.byteLength;
      }
      await file.sync();
      // By the hub's own clock, by which it is judged.
      await file.utimes(new Date(at), new Date(at));
    } catch (error) {
      return isDiskFull(error) ? 'rate' : 'form';
    } finally {
      await file.close();
    }
    return bytes === to + 1 ? { bytes, whole: false } : 'form';
  }

  async remove(hash: string, member: string): Promise<void> {
    await rm(this.path(hash, member), { force: true });
  }

  /** Deletes what a member has half sent; what is being added to it now is cut off. */
  async drop(member: string): Promise<void> {
    await Promise.all([...this.writers.values()].filter((one) => one.member === member).map(cutOff));
    for (const { path } of await this.list(member)) await rm(path, { force: true });
  }

  /** Before another is begun: halves that nobody went on with go, and of this member's the oldest where there are many. */
  async makeRoom(member: string, now: number): Promise<void> {
    const halves = await this.list(null);
    const old = halves.filter(({ touched }) => touched < now - PARTIAL_LIFETIME);
    const own = halves.filter((half) => half.member === member).sort((a, b) => b.touched - a.touched);
    for (const { path } of [...old, ...own.slice(MOST_PARTIAL_UPLOADS - 1)]) {
      const writer = this.writers.get(path);
      if (writer) await cutOff(writer);
      await rm(path, { force: true });
    }
  }

  private async list(member: string | null): Promise<PartialUpload[]> {
    const names = (await readdir(this.folder)).filter((name) => member === null || memberOf(name) === member);
    const halves = names.map(async (name) => {
      const path = join(this.folder, name);
      // One that was finished meanwhile is gone.
      const touched = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { path, member: memberOf(name), touched };
    });
    return Promise.all(halves);
  }
}

/** How long a file is; null where there is none. */
export async function bytesOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

async function cutOff({ cut, ended }: Writer): Promise<void> {
  cut();
  await ended;
}

/** Whose a half is, by its name: 64 digits of the hash, a dash, the member's id. */
const memberOf = (name: string) => name.slice(65);

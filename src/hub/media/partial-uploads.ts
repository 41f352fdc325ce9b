import { mkdirSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDiskFull } from '../store/disk-full.ts';

/** How many unfinished uploads a member may have, and how long the hub waits for their rest, ms. */
export const MOST_PARTIAL_UPLOADS = 8;
export const PARTIAL_LIFETIME = 7 * 86_400_000;

interface PartialUpload {
  readonly path: string;
  readonly member: string;
  /** When something was last added, ms; 0 if the file is gone. */
  readonly touched: number;
}

/** An upload in progress. */
interface UploadWriter {
  readonly member: string;
  readonly cut: () => void;
  readonly ended: Promise<void>;
}

/**
 * Unfinished uploads by hash and member, since another member may send anything under the same hash. Parts are written to the
 * disk as they arrive. A member's new request for the same medium replaces their previous one.
 */
export class PartialUploads {
  private readonly folder: string;
  private readonly writers = new Map<string, UploadWriter>();

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(hash: string, member: string): string {
    return join(this.folder, `${hash}-${member}`);
  }

  /** How many bytes of an upload have arrived. */
  async bytes(hash: string, member: string): Promise<number> {
    return (await bytesOf(this.path(hash, member))) ?? 0;
  }

  /**
   * Runs a write to an upload exclusively: an earlier write is cut off first. The signal aborts when this one is cut off.
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
   * Appends a part that ends at `to` and answers how much is there then. What arrived of an interrupted part stays, so that
   * the upload can be resumed; `rate` if the disk is full, so that the device tries again later.
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
      // By the hub's clock, which also decides when it is too old.
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

  /** Deletes a member's unfinished uploads and cuts off those in progress. */
  async drop(member: string): Promise<void> {
    await Promise.all([...this.writers.values()].filter((one) => one.member === member).map(cutOff));
    for (const { path } of await this.list(member)) await rm(path, { force: true });
  }

  /** Before a new upload: deletes abandoned ones, and the member's oldest if they have too many. */
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
      // It may have been finished meanwhile.
      const touched = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { path, member: memberOf(name), touched };
    });
    return Promise.all(halves);
  }
}

/** The size of a file; null if there is none. */
export async function bytesOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

async function cutOff({ cut, ended }: UploadWriter): Promise<void> {
  cut();
  await ended;
}

/** The member of an upload by its file name: 64 digits of the hash, a dash, the member's id. */
const memberOf = (name: string) => name.slice(65);

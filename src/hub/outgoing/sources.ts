import { type FileHandle, open } from 'node:fs/promises';
import type { Part } from '../media/range.ts';

/** Bytes per chunk. */
const CHUNK = 128 << 10;

/** The bytes of an answer, produced on demand. */
export interface Source {
  /** Bytes of memory that it takes while it waits for its reader. */
  readonly holds: number;
  /** The next chunk; null at the end. Rejects if it cannot go on. */
  next(): Promise<Uint8Array | null>;
  close(): void;
}

/** A part of a file; null if there is no such file. */
export async function fileSource(path: string, part: Part): Promise<Source | null> {
  const file = await open(path).catch(() => null);
  return file && new FileSource(file, part);
}

class FileSource implements Source {
  readonly holds = CHUNK;
  private readonly file: FileHandle;
  private readonly last: number;
  private at: number;

  constructor(file: FileHandle, { first, last }: Part) {
    this.file = file;
    this.at = first;
    this.last = last;
  }

  async next(): Promise<Uint8Array | null> {
    const length = Math.min(CHUNK, this.last + 1 - this.at);
    if (length <= 0) return null;
    const chunk = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.file.read(chunk, 0, length, this.at).catch(() => ({ bytesRead: 0 }));
    if (bytesRead === 0) throw new Error('it is shorter than it was');
    this.at += bytesRead;
    return chunk.subarray(0, bytesRead);
  }

  close(): void {
    void this.file.close().catch(() => undefined);
  }
}

/** Bytes that are all in memory. */
export class WholeSource implements Source {
  readonly holds: number;
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.holds = bytes.byteLength;
  }

  async next(): Promise<Uint8Array | null> {
    if (this.at >= this.bytes.byteLength) return null;
    // A copy, so that the last chunk does not hold the whole buffer in memory.
    const chunk = this.bytes.slice(this.at, this.at + CHUNK);
    this.at += chunk.byteLength;
    return chunk;
  }

  close(): void {}
}

/** Text that is produced on demand. `holds`: bytes that producing it may take. */
export class TextSource implements Source {
  readonly holds: number;
  private readonly parts: AsyncIterator<string>;

  constructor(parts: AsyncIterable<string>, holds: number) {
    this.parts = parts[Symbol.asyncIterator]();
    this.holds = holds;
  }

  async next(): Promise<Uint8Array | null> {
    let text = '';
    while (text.length < CHUNK) {
      const part = await this.parts.next();
      if (part.done) break;
      text += part.value;
    }
    return text === '' ? null : Buffer.from(text);
  }

  close(): void {
    void this.parts.return?.().catch(() => undefined);
  }
}

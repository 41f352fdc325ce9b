import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Bytes buffered before they go to a Blob, which browsers put on the disk. */
const GATHER = 8_000_000;

/** Limits of a zip without ZIP64, which older programs cannot open: APPNOTE 4.4.1.4. */
const MOST_FILES = 65_000;
const MOST_BYTES = 4_200_000_000;

/** Thrown where everything exceeds one zip: no incomplete file is produced. */
export class TooLarge extends Error {
  constructor() {
    super('more than one zip can hold');
    this.name = 'TooLarge';
  }
}

export interface Written {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}
export interface Entry {
  write(chunk: Uint8Array): void;
  close(): void;
}
export interface ZipWriter {
  /** Starts a file. The previous one must be closed, or a second would be buffered in memory. */
  open(name: string, packed?: boolean): Entry;
  /** Every closed file so far. */
  readonly written: readonly Written[];
  /** Ends the zip and returns it. */
  finish(): Blob;
}

/** Clamps a moment (UTC ms) to what a zip can store. */
function within(at: number): Date {
  return new Date(Math.min(Math.max(at, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30)));
}

/** Writes a zip in chunks. `at`: the timestamp of its files, UTC ms. */
export function zipWriter(at: number): ZipWriter {
  const blobs: Blob[] = [];
  let total = 0;
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const gather = () => {
    blobs.push(new Blob(pending));
    pending = [];
    size = 0;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pending.push(chunk.slice());
    size += chunk.length;
    total += chunk.length;
    if (size > GATHER) gather();
  });
  const written: Written[] = [];
  return {
    written,
    open(name, packed = true) {
      if (written.length >= MOST_FILES || total > MOST_BYTES) throw new TooLarge();
      const file = packed ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      file.mtime = within(at);
      zip.add(file);
      const hash = sha256.create();
      let bytes = 0;
      return {
        write(chunk) {
          hash.update(chunk);
          bytes += chunk.length;
          file.push(chunk, false);
        },
        close() {
          file.push(new Uint8Array(0), true);
          written.push({ name, bytes, sha256: bytesToHex(hash.digest()) });
        },
      };
    },
    finish() {
      zip.end();
      gather();
      return new Blob(blobs, { type: 'application/zip' });
    },
  };
}

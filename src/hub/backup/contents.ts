import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { openedToRead } from '../store/check.ts';

/** The files of a backup. */
export const STORE = 'hub.sqlite';
export const KEY = 'hub.key';
export const MEDIA = 'media';
export const MANIFEST = 'backup.json';
export const HASH = /^[0-9a-f]{64}$/;

const digest = z.string().check(z.regex(HASH));

/** A backup's manifest. Media are not listed, since their names are their hashes. */
export const Manifest = z.object({
  format: z.literal(1),
  /** UTC ms. */
  at: z.number(),
  store: digest,
  key: digest,
  media: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

/** A medium that a store refers to. */
export interface Named {
  readonly hash: string;
  readonly bytes: number;
}

/** The media that a store refers to; nobody may be writing it. */
export function mediaNamedIn(store: string): Named[] {
  const database = openedToRead(store);
  try {
    const rows = database.prepare('select hash, bytes from medium').all();
    return rows.map(({ hash, bytes }) => ({ hash: String(hash), bytes: Number(bytes) }));
  } finally {
    database.close();
  }
}

/** Turns a copied store into a single file without a write-ahead log, and deletes its rows of missing media. */
export function settleCopy(store: string, missing: readonly string[]): void {
  const database = new DatabaseSync(store);
  try {
    database.exec('pragma journal_mode = delete; pragma secure_delete = on');
    const drop = database.prepare('delete from medium where hash = ?');
    for (const hash of missing) drop.run(hash);
  } finally {
    database.close();
  }
}

/** The hash of a file, without blocking. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 256 << 10 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The hash of a file, synchronously. */
export function hashOfFileNow(file: string): string {
  const hash = createHash('sha256');
  const [descriptor, chunk] = [openSync(file, 'r'), Buffer.allocUnsafe(1 << 20)];
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { openedToRead } from '../store/check.ts';

/** What a backup is made of. */
export const STORE = 'hub.sqlite';
export const KEY = 'hub.key';
export const MEDIA = 'media';
export const MANIFEST = 'backup.json';
export const HASH = /^[0-9a-f]{64}$/;

const digest = z.string().check(z.regex(HASH));

/** What a backup says of itself; media are named by the hash of their bytes. */
export const Manifest = z.object({
  format: z.literal(1),
  /** UTC ms. */
  at: z.number(),
  store: digest,
  key: digest,
  media: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

/** A medium as a store names it. */
export interface Named {
  readonly hash: string;
  readonly bytes: number;
}

/** The media that a store names, which nobody writes. */
export function mediaNamedIn(store: string): Named[] {
  const database = openedToRead(store);
  try {
    const rows = database.prepare('select hash, bytes from medium').all();
    return rows.map(({ hash, bytes }) => ({ hash: String(hash), bytes: Number(bytes) }));
  } finally {
    database.close();
  }
}

/** Makes a copy one file that needs nothing beside it, and takes out of it what it names and has not. */
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

/** The hash of a file, beside other work. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 256 << 10 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The same, where there is no other work. */
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

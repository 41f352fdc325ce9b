import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Flushes a file, or the names in a folder, to the disk; the event loop waits. */
export function flushPathSync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Flushes a file, or the names in a folder, to the disk. */
export async function flushPath(path: string): Promise<void> {
  const file = await open(path);
  await file.sync().finally(() => file.close());
}

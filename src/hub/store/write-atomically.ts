import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushPathSync } from './flush.ts';

/** Writes a small file atomically: all of it or nothing, even if the disk is full or the process is killed. */
export function writeAtomically(file: string, text: string | Buffer): void {
  const half = `${file}.half`;
  try {
    const descriptor = openSync(half, 'w', 0o600);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  flushPathSync(dirname(file));
}

import { statfsSync } from 'node:fs';
import { NoSpaceError } from './disk-full.ts';

/** Allowance for the file system's overhead, which nobody knows exactly: this and a tenth of the bytes. */
const ROOM_BESIDE = 256 << 10;

const inWords = (bytes: number) => `${Math.max(1, Math.ceil(bytes / 1e6)).toLocaleString('en')} MB`;

/** Throws a NoSpaceError if so many more bytes do not fit. `what`: what they are, as the beginning of the sentence. */
export function requireSpace(folder: string, bytes: number, what: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const [needed, free] = [bytes * 1.1 + ROOM_BESIDE, bavail * bsize];
  if (free < needed)
    throw new NoSpaceError(
      `${what} takes ${inWords(needed)}, and ${folder} has ${inWords(free)} left. Nothing was changed.`,
    );
}

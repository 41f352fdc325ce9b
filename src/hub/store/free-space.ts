import { statfsSync } from 'node:fs';
import { NoSpaceError } from './disk-full.ts';

/** What a file system keeps for itself beside a file's bytes, as far as we know: a tenth, and some. */
const ROOM_BESIDE = 256 << 10;

const inWords = (bytes: number) => `${Math.max(1, Math.ceil(bytes / 1e6)).toLocaleString('en')} MB`;

/** Throws a NoSpaceError where so many bytes do not fit beside what is there. `what`: what they are, at the head of a sentence. */
export function requireSpace(folder: string, bytes: number, what: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const [needed, free] = [bytes * 1.1 + ROOM_BESIDE, bavail * bsize];
  if (free < needed)
    throw new NoSpaceError(
      `${what} takes ${inWords(needed)}, and ${folder} has ${inWords(free)} left. Nothing was changed.`,
    );
}

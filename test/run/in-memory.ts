import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux has a disk in memory. Containers often have one of 64 MB, which is none for us. */
const PLACE = '/dev/shm';
/** What browsers and hubs of all tests together take, and more. */
const ENOUGH = 6 * 2 ** 30;

export interface InMemory {
  /** Absent where the machine has no such place: the usual folder does too. */
  readonly folder?: string;
  readonly remove: () => void;
}

/** A folder in memory: a hub that syncs thousands of commits waits for no disk. What is killed loses no more there. */
export function inMemory(): InMemory {
  try {
    accessSync(PLACE, constants.W_OK);
    const { bavail, bsize } = statfsSync(PLACE);
    if (bavail * bsize < ENOUGH) return { remove: () => undefined };
    const folder = mkdtempSync(join(PLACE, 'musubi-'));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
  } catch {
    return { remove: () => undefined };
  }
}

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of so many bytes, which a test may fill. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all that is free but so many bytes. */
  readonly fill: (but?: number) => void;
  /** Gives back what was taken. */
  readonly free: () => void;
  readonly remove: () => void;
}

/** Mounts one in memory; null where this user may not. */
export function smallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const ballast = join(folder, 'ballast');
  const remove = () => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  };
  return {
    folder,
    fill: (but = 0) => filled(ballast, folder, but),
    free: () => rmSync(ballast, { force: true }),
    remove,
  };
}

/** Whether this user may mount one. */
export const mayMount = (): boolean => {
  const disk = smallDisk(1 << 20);
  disk?.remove();
  return disk !== null;
};

function filled(ballast: string, folder: string, but: number): void {
  const file = openSync(ballast, 'a');
  const page = Buffer.alloc(4096, 1);
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  try {
    while (free() > but) writeSync(file, page, 0, Math.min(4096, free() - but));
  } catch (error) {
    if (fstatSync(file).size === 0) throw error;
  } finally {
    closeSync(file);
  }
}

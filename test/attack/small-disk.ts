import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Target, UntriedError } from './attack.ts';

/** A folder on a disk of its own and of so many bytes. */
export function smallDisk(at: Target, bytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'attack-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    throw new UntriedError('nobody but root of a machine that allows it may mount a small disk');
  }
  at.after(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Fills a disk but for so many bytes, whatever is written beside; what it gives empties it again. */
export function fill(folder: string, but = 0): () => void {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  let size = 0;
  for (let part = Buffer.alloc(256 << 10); part.length > 0; )
    try {
      size += writeSync(file, part);
    } catch {
      part = part.subarray(part.length >> 1 || part.length);
    }
  ftruncateSync(file, Math.max(0, size - but));
  closeSync(file);
  return () => rmSync(path, { force: true });
}

/** Every file under a folder with its bytes: what was there before and after. */
export function filesOf(folder: string): Map<string, number> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(names.map((name) => [name, statSync(join(folder, name)).size]));
}

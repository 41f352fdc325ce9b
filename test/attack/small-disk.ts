import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from './attack.ts';

/** A folder on a disk of its own and of so many bytes; null where this machine lets nobody mount one. */
export function smallDisk(at: Target, bytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'attack-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  at.after(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Fills a disk but for so many bytes; what it gives empties it again. */
export function fill(folder: string, but = 0): () => void {
  const { bavail, bsize } = statfsSync(folder);
  const file = join(folder, 'ballast');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - but)));
  return () => rmSync(file, { force: true });
}

/** Every file under a folder with its bytes: what was there before and after. */
export function filesOf(folder: string): Map<string, number> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(names.map((name) => [name, statSync(join(folder, name)).size]));
}

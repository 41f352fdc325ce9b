import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWords } from './words.mjs';

const root = new URL('../..', import.meta.url).pathname;

/** Copies what git has of the project, as it is in the working tree, so that something can be changed without changing it there. */
export function copyTree(tree: string): void {
  rmSync(tree, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    cpSync(join(root, file), join(tree, file), { force: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  writeWords(join(tree, '/'));
}

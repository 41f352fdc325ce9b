import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TeamHub } from './team.ts';

export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
export const HASH = createHash('sha256').update(PNG).digest('hex');

/** The hub has a medium. */
export async function sent(team: TeamHub): Promise<void> {
  const range = `bytes 0-${PNG.byteLength - 1}/${PNG.byteLength}`;
  const headers = { authorization: `Bearer ${team.token}`, 'content-range': range };
  const body = new Uint8Array(PNG);
  const answer = await fetch(`http://127.0.0.1:${team.hub.port}/media/${HASH}`, {
    method: 'PUT',
    headers,
    body,
  });
  expect(await answer.json()).toMatchObject({ whole: true });
}

/** A backup with a medium in it, as it was made. */
export async function made(team: TeamHub): Promise<string> {
  const { backup } = (await team.ask('/api/backup', {})) as { backup: string };
  return join(team.folder, 'backups', backup);
}

/** Every file of a folder with its bytes and rights. */
export function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const file = statSync(join(folder, name));
      const bytes = file.isFile()
        ? createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')
        : '';
      return `${name} ${(file.mode & 0o777).toString(8)} ${bytes}`;
    })
    .toSorted();
}

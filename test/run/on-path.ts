import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of the machine is; null where it has none. Servers lie where only root looks for them. */
export function onPath(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  const folder = folders.find((one) => one !== '' && existsSync(join(one, program)));
  return folder ? join(folder, program) : null;
}

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['soffice', 'libreoffice', 'localc'];

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** LibreOffice's own command; null where this machine has none (Debian: `apt-get install libreoffice-calc-nogui`). */
export function findSoffice(): string | null {
  const places = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => places.map((place) => join(place, name))).find(mayRun) ?? null;
}

import { existsSync } from 'node:fs';
import { AREAS, type Attack } from './attack.ts';

/** One file an area, and those that stood before there were areas. */
const FILES = [...AREAS, 'standing'];

/** Every attack that there is. A file that cannot be loaded is an attack that broke. */
export async function allAttacks(): Promise<readonly Attack[]> {
  const all: Attack[] = [];
  for (const name of FILES) {
    const file = new URL(`./${name}.ts`, import.meta.url);
    if (existsSync(file)) all.push(...(await attacksIn(name, file)));
  }
  return all;
}

async function attacksIn(name: string, file: URL): Promise<readonly Attack[]> {
  try {
    return ((await import(file.href)) as { attacks: readonly Attack[] }).attacks;
  } catch (error) {
    const area = AREAS.find((one) => one === name) ?? 'requests';
    return [{ area, name: `the attacks of ${name}`, run: () => Promise.reject(error) }];
  }
}

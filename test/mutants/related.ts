import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importsOf, root, sources } from '../unit/house/imports.ts';

const FOLDERS = ['src', 'entrypoints', 'test/unit', 'test/browser', 'test/attack', 'test/bench'];
const NEAR = 2;
const UNIT = /^test\/unit\/.*\.test\.ts$/;
const BROWSER = /^test\/browser\/.*\.test\.tsx?$/;

/** Who imports a file, of what runs in tests; imports of types vanish before anything runs. */
function importers(): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const file of FOLDERS.flatMap(sources)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { to, type } of importsOf(file, text)) if (!type) by.set(to, [...(by.get(to) ?? []), file]);
  }
  return by;
}

/** Files of tests that may notice a change of another file. */
export interface Related {
  /** Unit tests that import it, directly or through others: its own first, then the nearest, the smallest first. */
  readonly unit: readonly string[];
  /** Tests in a browser that import it, or what imports it: each costs a start of its own. */
  readonly browser: readonly string[];
}

/** 0: its own test, by name; 1: of its folder; 2: any other. */
function placeOf(test: string, file: string): number {
  const own = test.replace(/^test\/(?:unit|browser)\//, 'src/').replace(/\.test\.tsx?$/, '');
  if (own === file.replace(/\.tsx?$/, '')) return 0;
  return dirname(own) === dirname(file) ? 1 : 2;
}

export function testsOf(file: string, importedBy: ReadonlyMap<string, readonly string[]>): Related {
  const distance = new Map([[file, 0]]);
  for (const [one, away] of distance)
    for (const next of importedBy.get(one) ?? []) if (!distance.has(next)) distance.set(next, away + 1);
  const size = (test: string) => statSync(join(root, test)).size;
  const sorted = [...distance]
    .filter(([one]) => one.startsWith('test/') && existsSync(join(root, one)))
    .sort(([a, near], [b, far]) => placeOf(a, file) - placeOf(b, file) || near - far || size(a) - size(b));
  return {
    unit: sorted.flatMap(([one]) => (UNIT.test(one) ? [one] : [])),
    browser: sorted.flatMap(([one, away]) => (BROWSER.test(one) && away <= NEAR ? [one] : [])),
  };
}

export const relatedTests = (): ((file: string) => Related) => {
  const importedBy = importers();
  return (file) => testsOf(file, importedBy);
};

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lock: { packages: Record<string, { version: string }> } = JSON.parse(
  readFileSync(new URL('../../../../package-lock.json', import.meta.url), 'utf8'),
);
const copiesOf = (name: string) =>
  Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));

// Two copies of Yjs in one script do not know each other's documents: https://github.com/yjs/yjs/issues/438
it.each(['yjs', 'lib0', 'y-indexeddb'])(
  'one copy of %s serves rooms, their databases and the line',
  (name) => {
    expect(copiesOf(name)).toHaveLength(1);
  },
);

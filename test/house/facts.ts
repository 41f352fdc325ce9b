import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, root, sources } from '../unit/house/imports.ts';
import { circlesIn } from './circles.ts';

/** Words of the dialect that this code once spoke, which the field has other nouns for. */
const DIALECT = /\b(?:told|said|asked|kept|held|given)[A-Za-z]*/gi;

/** What can be read off the sources as they are. */
export interface Facts {
  readonly capabilities: number;
  readonly circles: number;
  readonly largest: number;
  readonly medianLines: number;
  readonly p90Lines: number;
  readonly dialect: number;
}

export function facts(): Facts {
  const files = [...sources('src'), ...sources('entrypoints')];
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const lines = [...texts.values()].map((text) => text.split('\n').length - 1).sort((a, b) => a - b);
  const at = (part: number) => lines[Math.floor((lines.length - 1) * part)] ?? 0;
  const listed = texts.get('src/capabilities.ts')?.match(/^export \{/gm) ?? [];
  return {
    capabilities: listed.length,
    circles: circlesIn([...texts].flatMap(([file, text]) => importsOf(file, text))).length,
    largest: at(1),
    medianLines: at(0.5),
    p90Lines: at(0.9),
    dialect: [...texts.values()].reduce((sum, text) => sum + (text.match(DIALECT)?.length ?? 0), 0),
  };
}

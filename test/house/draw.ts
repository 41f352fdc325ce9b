import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { own } from '../../src/workspace/named.ts';
import { folderOf, importsOf, root, sources } from '../unit/house/imports.ts';
import { picture } from '../unit/house/picture.ts';
import { ALLOWED } from '../unit/house/rules.ts';

/**
 * Writes what each folder takes of the others, from the imports as they are, into the rules of the house, and the picture of
 * them into docs/architecture.md. What a folder must never take is not generated: the house test has it.
 */

/** Those that were there stay in their order; what is new stands in front. */
function inOrder(before: readonly string[], now: ReadonlySet<string>): string[] {
  return [...[...now].filter((one) => !before.includes(one)).sort(), ...before.filter((one) => now.has(one))];
}

function takenBy(): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { name } of readdirSync(join(root, 'src'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  ))
    taken.set(name, new Set());
  for (const file of sources('src')) {
    const from = folderOf(file);
    const known = taken.get(from) ?? new Set<string>();
    for (const { to } of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
      const other = folderOf(to);
      if (from !== '' && other !== '' && other !== from) known.add(other);
    }
    if (from !== '') taken.set(from, known);
  }
  return taken;
}

/** Of the formatter. */
const LINE = 110;
const quoted = (name: string) => (/^[a-z][a-z0-9]*$/.test(name) ? name : `'${name}'`);

function write(file: string, part: RegExp, by: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!part.test(text)) throw new Error(`${file} has no place for it`);
  const next = text.replace(part, () => by);
  if (next !== text) writeFileSync(path, next);
}

const taken = takenBy();
const folders = inOrder(Object.keys(ALLOWED), new Set(taken.keys()));
const rules = Object.fromEntries(
  folders.map((folder) => [folder, inOrder(own(ALLOWED, folder) ?? [], taken.get(folder) ?? new Set())]),
);
/** A rule in the form of the formatter, which breaks what is longer than its lines. */
function ruleOf(folder: string): string {
  const taken = (own(rules, folder) ?? []).map((one) => `'${one}'`);
  const line = `  ${quoted(folder)}: [${taken.join(', ')}],`;
  if (line.length <= LINE) return `${line}\n`;
  return `  ${quoted(folder)}: [\n${taken.map((one) => `    ${one},\n`).join('')}  ],\n`;
}

const HEAD = 'export const ALLOWED: Readonly<Record<string, readonly string[]>> = {\n';
write(
  'test/unit/house/rules.ts',
  /export const ALLOWED: [^\n]*\n[^}]*\};\n/,
  `${HEAD}${folders.map(ruleOf).join('')}};\n`,
);
write(
  'docs/architecture.md',
  /<!-- house -->\n```text\n.*?\n```/s,
  `<!-- house -->\n\`\`\`text\n${picture(rules)}\n\`\`\``,
);

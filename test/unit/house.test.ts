import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookedUpByName } from './house/by-name.ts';
import { folderOf, type Import, importsOf, root, sources } from './house/imports.ts';
import { picture } from './house/picture.ts';
import { ALLOWED } from './house/rules.ts';

/** Imports between folders of src that the house does not allow. */
function wrongWay(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      if (!a || to.startsWith('entrypoints/')) return a !== '' && to.startsWith('entrypoints/');
      // The engine is handed its capabilities by the process that starts it.
      if (to === 'src/hub-sides.ts') return from !== 'src/hub/main.ts';
      return a !== b && b !== '' && !(ALLOWED[a] ?? []).includes(b);
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** The entrypoint that a file belongs to; the companion on the web is one of its own. Empty where it belongs to none. */
const entrypointOf = (path: string) => /^entrypoints\/(companion\/web|[^/]+)/.exec(path)?.[1] ?? '';

/** Imports of one entrypoint by another. */
function acrossEntrypoints(imports: readonly Import[]): string[] {
  const isAcross = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  return imports
    .filter(({ from, to }) => isAcross(entrypointOf(from), entrypointOf(to)))
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** Whether a folder declares a page or a section of Settings by this import. The app declares what it puts together. */
const declaresViews = ({ from }: Import) =>
  /^src\/(?!app\/)[^/]+\/(?:pages|settings-sections)\.ts$/.test(from);
const isView = ({ to, type }: Import) => !type && to.endsWith('.tsx');

/** A cycle among files, by imports that run (types vanish), or by all of them. */
function cycleIn(imports: readonly Import[], { types = false } = {}): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to, type } of imports)
    if (types || !type) edges.set(from, [...(edges.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of edges.get(file) ?? []) {
      const found = walk(next, [...path, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const found = walk(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

const files = [...sources('src'), ...sources('entrypoints')];
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

describe('the house', () => {
  it('has its imports run one way', () => {
    expect(wrongWay(imports)).toEqual([]);
  });

  it('allows no import between folders that nobody makes', () => {
    const made = new Set(imports.map(({ from, to }) => `${folderOf(from)} takes ${folderOf(to)}`));
    const allowed = Object.entries(ALLOWED).flatMap(([a, all]) => all.map((b) => `${a} takes ${b}`));
    expect(allowed.filter((one) => !made.has(one))).toEqual([]);
  });

  it('is drawn in docs/architecture.md as its rules are', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const drawn = /<!-- house -->\n```text\n(.*?)\n```/s.exec(page)?.[1];
    expect(drawn).toBe(picture());
  });

  it('has no entrypoint that imports another: what several share stands in src/app', () => {
    expect(acrossEntrypoints(imports)).toEqual([]);
    const planted = [
      ...importsOf('entrypoints/popup/a.ts', `import { b } from '../background/b.ts';`),
      ...importsOf('entrypoints/companion/web/a.ts', `import '../a.css';`),
      ...importsOf('entrypoints/over.ts', `export const a = () => import('./feed/a.ts');`),
      ...importsOf(
        'entrypoints/popup/a.ts',
        `import { b } from './b.ts'; import { t } from '../../src/i18n/t.ts';`,
      ),
    ];
    expect(acrossEntrypoints(planted)).toEqual([
      'entrypoints/popup/a.ts -> entrypoints/background/b.ts',
      'entrypoints/companion/web/a.ts -> entrypoints/companion/a.css',
      'entrypoints/over.ts -> entrypoints/feed/a.ts',
    ]);
  });

  it('has no cycle', () => {
    expect(cycleIn(imports)).toEqual([]);
  });

  it('has no cycle of types either', () => {
    expect(cycleIn(imports, { types: true })).toEqual([]);
  });

  it('sees a planted wrong import and a planted cycle', () => {
    const up = importsOf('src/post/a.ts', `import { share } from '../share/share.ts';`);
    expect(wrongWay(up)).toEqual(['src/post/a.ts -> src/share/share.ts']);
    const lazily = importsOf('src/ui/a.tsx', `export const a = () => import('../capture/keep.ts');`);
    expect(wrongWay(lazily)).toEqual(['src/ui/a.tsx -> src/capture/keep.ts']);
    const round = [
      ...importsOf('src/ui/a.tsx', `export * from './b.tsx';`),
      ...importsOf('src/ui/b.tsx', `import { a } from './a.tsx'; export const b = a;`),
    ];
    expect(cycleIn(round)).toEqual(['src/ui/a.tsx', 'src/ui/b.tsx', 'src/ui/a.tsx']);
  });

  it('knows every folder', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => entry.name).filter((name) => !(name in ALLOWED))).toEqual([]);
  });

  it('has each folder declare views of its own alone, and the app name none of them', () => {
    const ofOthers = (all: readonly Import[]) =>
      all.filter((one) => declaresViews(one) && isView(one) && folderOf(one.to) !== folderOf(one.from));
    const declared = new Set(imports.filter((one) => declaresViews(one) && isView(one)).map(({ to }) => to));
    expect(declared.size).toBeGreaterThan(8);
    expect(ofOthers(imports)).toEqual([]);
    expect(imports.filter(({ from, to }) => from.startsWith('src/app/') && declared.has(to))).toEqual([]);
    const planted = importsOf(
      'src/link/pages.ts',
      `export const a = () => import('../team/views/mine.tsx');`,
    );
    expect(ofOthers(planted)).toHaveLength(1);
  });

  it('has no file of over 400 lines and none that is named after a kind', () => {
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;
    expect(files.filter((file) => lines(file) > 400)).toEqual([]);
    expect(files.filter((file) => /(utils?|helpers?|common|manager|misc)\b/i.test(file))).toEqual([]);
  });

  it('has one door by which routes learn who asks, after the body', () => {
    const DOOR = 'src/hub/http/api-router.ts';
    const byItself =
      /header\('authorization'|\.deviceOf\(|\.whoOf\(|\bapp\.(?:post|put|patch|delete|on|all)\(/;
    const routes = files.filter((file) => /^src\/(?:hub\/http|[^/]+\/hub)\//.test(file) && file !== DOOR);
    const asks = (file: string) => byItself.test(readFileSync(join(root, file), 'utf8'));
    expect(routes.filter(asks)).toEqual([]);
    expect(asks(DOOR)).toBe(true);
    for (const planted of [`app.post('/api/x', f)`, `hub.people.whoOf(n)`, `c.req.header('authorization')`])
      expect(byItself.test(planted)).toBe(true);
  });

  it('carries no schema and no markup as text into foreign pages', () => {
    const seen = new Set<string>();
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const one of imports) if (one.from === file && !one.type) walk(one.to);
    };
    walk('entrypoints/feed.ts');
    const carried = [...seen].filter((file) => /\.tsx?$/.test(file));
    const texts = carried.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
    expect(texts.filter(([, text]) => /from 'zod/.test(text)).map(([file]) => file)).toEqual([]);
    expect(
      texts.filter(([, text]) => /innerHTML|outerHTML|insertAdjacentHTML/.test(text)).map(([file]) => file),
    ).toEqual([]);
  });

  it('adds nothing up by name in a plain object, which has names of its own', () => {
    const plain =
      /: (?:Partial<)?Record<string, [^=]+> = \{\};|as Record<string, [^=]+>\)?\[[a-z]+\] (?:\?\?)?=[^=]/;
    expect(files.filter((file) => plain.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('looks no name up in a plain object but by what it has of its own', () => {
    const inFile = (file: string) => lookedUpByName(file, readFileSync(join(root, file), 'utf8'));
    const BY = 'src/workspace/named.ts';
    expect(files.filter((file) => file !== BY).flatMap(inFile)).toEqual([]);
    expect(inFile(BY)).toEqual([]);
    const planted = [
      'const WORDS: Record<string, number> = {}; const f = (name: string) => WORDS[name];',
      'const f = (all: Readonly<Record<string, number>>, name: string) => all[name];',
      'const f = (all: { [name: string]: number }, name: string) => name in all;',
      'class A { sums: Partial<Record<string, number>> = {}; f(name: string) { this.sums[name] = 1; } }',
      'const f = (all: unknown, name: string) => (all as Record<string, number>)[name];',
    ];
    for (const text of planted) expect(lookedUpByName('a.ts', text)).toHaveLength(1);
    const fine =
      'const f = (all: Record<string, number>, n: string) => (Object.hasOwn(all, n) ? all[n] : 0);';
    expect(lookedUpByName('a.ts', fine)).toEqual([]);
  });
});

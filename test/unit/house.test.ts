import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { lookedUpByName } from './house/by-name.ts';

const root = resolve(new URL('../..', import.meta.url).pathname);

/** What each folder may take, besides what stands below it. The ground knows nothing of any capability. */
const ALLOWED: Record<string, readonly string[]> = {
  post: ['workspace', 'i18n', 'ui'],
  workspace: ['i18n'],
  ui: ['i18n', 'workspace'],
  i18n: [],
  team: ['post', 'workspace', 'ui', 'i18n'],
  activity: ['post', 'workspace', 'ui', 'i18n', 'click'],
  click: ['workspace', 'ui', 'i18n'],
  share: ['post', 'workspace', 'ui', 'i18n', 'team', 'activity', 'click'],
  capture: ['post', 'workspace', 'ui', 'i18n', 'team', 'activity'],
  draft: ['post', 'workspace', 'ui', 'i18n', 'team', 'activity', 'share'],
  results: ['post', 'workspace', 'ui', 'i18n', 'team', 'activity', 'click', 'share'],
  library: ['post', 'workspace', 'ui', 'i18n', 'team', 'activity', 'share', 'capture'],
  archive: ['post', 'workspace', 'ui', 'i18n'],
  privacy: ['post', 'workspace', 'ui', 'i18n'],
  hub: ['post', 'i18n', 'workspace', 'team', 'activity', 'share', 'capture', 'click'],
  sites: [],
  feed: ['post', 'sites', 'ui', 'i18n'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly type: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** Every import of a file, the dynamic ones too; whether it is of types alone. */
function importsOf(file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const to = (specifier: string) => relative(root, resolve(root, dirname(file), specifier));
  const fixed = module.staticImports.map((one) => ({
    from: file,
    to: to(one.moduleRequest.value),
    local: one.moduleRequest.value.startsWith('.'),
    type: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  const again = module.staticExports
    .flatMap((one) => one.entries)
    .filter((entry) => entry.moduleRequest)
    .map((entry) => ({
      from: file,
      to: to(entry.moduleRequest?.value ?? ''),
      local: entry.moduleRequest?.value.startsWith('.') ?? false,
      type: entry.isType,
    }));
  const later = module.dynamicImports.map((one) => {
    const specifier = text
      .slice(one.moduleRequest.start, one.moduleRequest.end)
      .replace(/^['"`]|['"`]$/g, '');
    return { from: file, to: to(specifier), local: specifier.startsWith('.'), type: false };
  });
  return [...fixed, ...again, ...later].filter((one) => one.local);
}

const folderOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';

/** Imports between folders of src that the house does not allow. */
function wrongWay(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, type }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      if (!a || to.startsWith('entrypoints/')) return a !== '' && to.startsWith('entrypoints/');
      // src/declarations.ts stands above the capabilities: of it, only the types of the messages go down.
      if (to === 'src/declarations.ts') return !type;
      return a !== b && b !== '' && !(ALLOWED[a] ?? []).includes(b);
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** A cycle among files, by imports that run (types vanish). */
function cycleIn(imports: readonly Import[]): string[] {
  const edges = new Map<string, string[]>();
  for (const { from, to, type } of imports) if (!type) edges.set(from, [...(edges.get(from) ?? []), to]);
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

  it('has no cycle', () => {
    expect(cycleIn(imports)).toEqual([]);
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

  it('has no file of over 400 lines and none that is named after a kind', () => {
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;
    expect(files.filter((file) => lines(file) > 400)).toEqual([]);
    expect(files.filter((file) => /(utils?|helpers?|common|manager|misc)\b/i.test(file))).toEqual([]);
  });

  it('has one door by which routes learn who asks, after the body', () => {
    const DOOR = 'src/hub/http/door.ts';
    const byItself =
      /header\('authorization'|\.deviceOf\(|\.whoOf\(|\bapp\.(?:post|put|patch|delete|on|all)\(/;
    const routes = files.filter((file) => file.startsWith('src/hub/http/') && file !== DOOR);
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

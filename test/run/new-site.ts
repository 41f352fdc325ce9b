import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expected, host, type Named, posts, recipe, test } from './new-site-files.ts';

const root = new URL('../../', import.meta.url);
const at = (file: string) => new URL(file, root);

/** Files of src/sites that are no site, words that no value may be called, and what stands for pages without a site. */
const TAKEN = new Set([
  ...['recipe', 'schema', 'sites', 'page', 'host', 'post', 'posts', 'expected'],
  ...'break case catch class const continue debugger default delete do else enum export extends false finally'.split(
    ' ',
  ),
  ...'for function if import in instanceof new null return super switch this throw true try typeof var void'.split(
    ' ',
  ),
  ...'while with yield let static await async of'.split(' '),
]);

/** Why an id cannot be had, or null. */
function refusal(id: string): string | null {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 40)
    return 'An id is made of small letters, digits and single hyphens, begins with a letter and has up to 40 signs.';
  if (TAKEN.has(id)) return `"${id}" means something else here.`;
  const there = [`src/sites/${id}.ts`, `test/hosts/${id}`, `test/browser/sites/${id}.test.ts`].find((file) =>
    existsSync(at(file)),
  );
  return there ? `There is ${there} already; nothing was changed.` : null;
}

function filesOf(named: Named): Record<string, string> {
  const { id } = named;
  return {
    [`src/sites/${id}.ts`]: recipe(named),
    [`test/hosts/${id}/posts.ts`]: posts(named),
    [`test/hosts/${id}/${id}.ts`]: host(named),
    [`test/hosts/${id}/expected.ts`]: expected(named),
    [`test/browser/sites/${id}.test.ts`]: test(named),
  };
}

/** Imports stand in the order of their paths, as the formatter wants them. */
function withImport(text: string, line: string): string {
  const pathOf = (one: string) => /from '([^']+)'/.exec(one)?.[1] ?? '';
  const lines = text.split('\n');
  const imports = lines.filter((one) => one.startsWith('import '));
  const next = imports.find((one) => pathOf(one) > pathOf(line));
  const place = next ? lines.indexOf(next) : lines.lastIndexOf(imports.at(-1) ?? '') + 1;
  return lines.toSpliced(place, 0, line).join('\n');
}

/** Puts one line into a list of the house: an import at the top, and what it brings into the list. */
function enlist(file: string, line: string, list: RegExp, entry: string): void {
  const text = readFileSync(at(file), 'utf8');
  if (!list.test(text)) throw new Error(`${file} has no list that looks as it did; nothing was changed.`);
  writeFileSync(at(file), withImport(text.replace(list, `$1${entry}$2`), line));
}

const [id = ''] = process.argv.slice(2);
const reason = refusal(id);
if (reason) {
  console.error(`${reason}\nusage: npm run new-site -- <id>`);
  process.exit(1);
}

const named: Named = {
  id,
  value: id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  host: `${id}.example`,
};
const { value } = named;
enlist(
  'src/sites/sites.ts',
  `import { ${value} } from './${id}.ts';`,
  /(= \[[^\]]*[^\],\s]),?(\s*\];)/,
  `, ${value}`,
);
enlist(
  'test/hosts/routes.ts',
  `import { ${value} } from './${id}/${id}.ts';`,
  /(const SITES: [^=]*= \{\n)(\s)/,
  `  '${named.host}': ${value},\n`,
);
for (const [file, text] of Object.entries(filesOf(named))) {
  mkdirSync(dirname(at(file).pathname), { recursive: true });
  writeFileSync(at(file), text);
  console.log(`wrote  ${file}`);
}
console.log(`
Next:
1. Look at a real page of the site. Write its hosts, look and candidates into src/sites/${id}.ts: attributes, roles and
   structure; no hashed classes, no words of a language.
2. Draw its markup in test/hosts/${id}/ with invented words, the older one too, and say in expected.ts what is to be read.
3. npm run fix, then npx vitest --config test/vitest.config.ts ${id} recipes
4. npm run -s read -- <a page saved from the site> --url <its address>`);

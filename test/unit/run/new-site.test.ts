import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-site-'));
  for (const part of ['package.json', 'biome.json', 'src', 'test/run', 'test/hosts', 'test/browser/sites'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(copy, 'test/run/new-site.ts'), ...args], { encoding: 'utf8' });
const text = (file: string) => readFileSync(join(copy, file), 'utf8');

/** What a script of modules in the copy prints, as JSON. */
function told(script: string): unknown {
  const args = ['--input-type=module', '-e', `${script}`];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8' }));
}

describe('npm run new-site', () => {
  it('writes a recipe that fits, in the list of sites, and a stand-in that answers', () => {
    const { status, stdout } = run('tea-house');
    expect(status).toBe(0);
    expect(stdout).toContain('src/sites/tea-house.ts');
    expect(
      told(`
        import { RecipeSchema } from './src/sites/schema.ts';
        import { SITES } from './src/sites/sites.ts';
        import { siteOf } from './test/hosts/routes.ts';
        import { teaHouseExpected } from './test/hosts/tea-house/expected.ts';
        const ask = { host: 'tea-house.example', method: 'GET', path: '/', query: new URLSearchParams() };
        console.log(JSON.stringify({
          ids: SITES.map((site) => RecipeSchema.parse(site).id),
          answered: siteOf('tea-house.example')?.(ask)?.body.includes('data-testid="post"'),
          pages: Object.keys(teaHouseExpected),
        }));`),
    ).toEqual({
      ids: expect.arrayContaining(['x', 'bluesky', 'mastodon', 'reddit', 'tea-house']),
      answered: true,
      pages: ['feed', 'detail', 'feedOlder'],
    });
    expect(text('test/browser/sites/tea-house.test.ts')).toContain('readsAs(teaHouse, page)');
    expect(text('test/hosts/tea-house/tea-house.ts')).toContain("'older'");
  });

  it('can add one after the other', () => {
    expect(run('zine').status).toBe(0);
    expect(run('atelier').status).toBe(0);
    expect(
      told(
        `import { SITES } from './src/sites/sites.ts'; console.log(JSON.stringify(SITES.map(({ id }) => id).slice(-2)))`,
      ),
    ).toEqual(['zine', 'atelier']);
  });

  it.each(['x', 'Upper', '9gag', 'a--b', 'a-', '', '../evil', 'a b', 'recipe', 'new', 'a'.repeat(41)])(
    'refuses "%s" and changes nothing',
    (id) => {
      const before = text('src/sites/sites.ts');
      const { status, stderr } = run(id);
      expect(status).toBe(1);
      expect(stderr).toContain('usage: npm run new-site');
      expect(text('src/sites/sites.ts')).toBe(before);
    },
  );
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Candidate, Form } from '../../../src/sites/recipe.ts';
import { RecipeSchema } from '../../../src/sites/schema.ts';
import { SITES } from '../../../src/sites/sites.ts';
import { patternsOfSite } from '../patterns.ts';

const root = new URL('../../../', import.meta.url);
const SHARED = new Set(['recipe.ts', 'schema.ts', 'sites.ts']);

/** Every text in a form of data that is a selector, with whether it is looked for at every change of a feed. */
function selectorsOf(form: Form): { selector: string; hot: boolean }[] {
  const cold = (list: readonly Candidate[] = []) =>
    list.flatMap(({ at, up, without }) =>
      [at, up ?? '', without ?? ''].map((selector) => ({ selector, hot: false })),
    );
  const hot = [
    ...form.root,
    form.not,
    form.needs,
    form.lacks,
    form.inner,
    ...form.id.flatMap(({ at, up }) => [at, up]),
    ...form.bar.flatMap(({ at, up }) => [at, up]),
  ].map((selector) => ({ selector: selector ?? '', hot: true }));
  const fields = [form.fields, form.quotes].flatMap((one) => Object.values(one ?? {}) as Candidate[][]);
  return [
    ...hot,
    ...[...fields, ...Object.values(form.counts ?? {}), form.answers, form.leads, form.card].flatMap((list) =>
      cold(list),
    ),
    ...[form.links, form.tags, form.cut, form.more, ...(form.media ?? []).map(({ at }) => at)].map(
      (selector) => ({
        selector: selector ?? '',
        hot: false,
      }),
    ),
  ].filter(({ selector }) => selector !== '');
}

/** Why a selector would not live long, or would cost at every change. */
function faults({ selector, hot }: { selector: string; hot: boolean }): string[] {
  const found: string[] = [];
  // Style engines name their classes by a hash (css-175oi2r, r-1udh08x, sc-bdVaJa, _aagv, View_card__x1Yz9).
  if (
    /\.(?:css|r|sc|jsx|emotion)-[\w-]+|\.x[a-z0-9]{6,}\b|\._[a-z0-9]{4,}\b|__[\w-]*\d[\w-]*\b/i.test(selector)
  )
    found.push('hashed class');
  if (/\[class[*^$~|]?=/.test(selector)) found.push('part of a class');
  const labels = [...selector.matchAll(/\[(?:aria-label|title|alt|placeholder)[*^$~|]?=("[^"]*"|'[^']*')/g)];
  if (labels.some(([, words]) => /\p{L}/u.test(words ?? ''))) found.push('words of a language');
  if ((selector.match(/:nth-(?:last-)?(?:child|of-type)\(/g) ?? []).length > 1)
    found.push('position of a position');
  if (hot && selector.includes(':has(')) found.push(':has in the way of every change');
  return found;
}

describe('the policy of selectors', () => {
  it.each([
    ['.css-175oi2r > a', false, 'hashed class'],
    ['a.r-1udh08x', false, 'hashed class'],
    ['[class*="Card_title"]', false, 'part of a class'],
    ['button[aria-label="Share post"]', false, 'words of a language'],
    ['[aria-label*="共有"]', false, 'words of a language'],
    ['div:nth-child(2) > div:nth-child(3)', false, 'position of a position'],
    ['article:has(time)', true, ':has in the way of every change'],
  ])('finds fault with %s', (selector, hot, fault) => {
    expect(faults({ selector, hot })).toEqual([fault]);
  });

  it.each([
    '[data-testid="User-Name"] a',
    '.status__action-bar > :nth-child(2) .icon-button__counter',
    '[role="group"][aria-label]',
    'p:has(.quote-inline)',
  ])('finds none with %s', (selector) => {
    expect(faults({ selector, hot: false })).toEqual([]);
  });
});

describe('the list of sites', () => {
  it('has every recipe there is, under the name of its file', () => {
    const files = readdirSync(new URL('src/sites/', root)).filter((file) => !SHARED.has(file));
    expect(SITES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('names no id and no host twice', () => {
    for (const names of [SITES.map(({ id }) => id), SITES.flatMap(({ hosts }) => hosts)])
      expect(new Set(names).size).toBe(names.length);
  });
});

describe.each(SITES.map((site) => [site.id, site] as const))('recipe %s', (id, site) => {
  it('fits its schema', () => {
    expect(RecipeSchema.parse(site)).toEqual(site);
  });

  it('survives as JSON: it is data and nothing else', () => {
    expect(JSON.parse(JSON.stringify(site))).toEqual(site);
  });

  it('asks for hosts of its own alone, or is known by its page', () => {
    const bare = site.origins.map((origin) => new URL(origin.replace('*', '')).host.replace(/^www\./, ''));
    expect(bare.filter((host) => !site.hosts.includes(host))).toEqual([]);
    expect(site.hosts.length > 0 || site.page !== undefined).toBe(true);
    expect(site.hosts.length > 0).toBe(site.origins.length > 0);
  });

  it('has patterns that compile; what they cost is looked at with all others', () => {
    expect(patternsOfSite(site).length).toBeGreaterThan(0);
  });

  it('keeps to the policy of selectors', () => {
    const found = site.forms.flatMap(selectorsOf).map((one) => ({ ...one, faults: faults(one) }));
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((one) => one.faults.length > 0)).toEqual([]);
  });

  it('has its stand-in, with current and older markup, and its test', () => {
    for (const file of [`test/hosts/${id}/expected.ts`, `test/hosts/${id}/${id}.ts`])
      expect(existsSync(new URL(file, root)), file).toBe(true);
    expect(readFileSync(new URL(`test/hosts/${id}/${id}.ts`, root), 'utf8')).toMatch(/['"]older['"]/);
    expect(existsSync(new URL(`test/browser/sites/${id}.test.ts`, root))).toBe(true);
  });
});

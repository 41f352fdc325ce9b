import type { Recipe } from '../sites/recipe.ts';
import { posts, prepare, type Site, shapeOf } from './match-forms.ts';
import { structureOf } from './post-structure.ts';
import { read } from './read-post.ts';
import { recipeFor } from './recipe-for-page.ts';

/** Most posts that are compared, also to find names among them. */
const ENOUGH = 12;

/** Words of our recipes' selectors: they are ours, so they reveal nothing about a page. */
export function knownWords(sites: readonly Recipe[]): Set<string> {
  return new Set(JSON.stringify(sites).match(/[A-Za-z][\w.:-]*/g) ?? []);
}

interface Found {
  readonly root: Element;
  readonly missing: readonly string[];
}

/** The first incompletely read post, else the first. */
function pick(site: Site, roots: readonly Element[]): Found | null {
  let first: Found | null = null;
  for (const root of roots) {
    const shape = shapeOf(site, root);
    if (!shape) continue;
    const reading = read(site, shape, root);
    const missing = reading.ok ? reading.post.missing : reading.missing;
    if (missing.length > 0) return { root, missing };
    first ??= { root, missing };
  }
  return first;
}

const likely = () => document.querySelector('article,[role=article],main') ?? document.body;

/** A structural report of one post of this page, for the person to review before it goes anywhere. */
export function reportOf(sites: readonly Recipe[]): string {
  const recipe = recipeFor(sites, location.host, document);
  const site = recipe && prepare(recipe, location.host);
  const roots = site ? posts(site).slice(0, ENOUGH) : [];
  const found = site && pick(site, roots);
  const head = [
    'Musubi: structure of one post',
    `site: ${recipe ? `${recipe.id}, recipe ${recipe.version}` : 'none that we know'}`,
    `posts recognised: ${roots.length}`,
    `not found in this one: ${found ? found.missing.join(', ') || 'nothing' : 'the post itself'}`,
  ];
  return [...head, '', structureOf(found?.root ?? likely(), roots, knownWords(sites))].join('\n');
}

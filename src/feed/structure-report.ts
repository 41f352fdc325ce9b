import type { Recipe } from '../sites/recipe.ts';
import { posts, prepare, type Site, shapeOf } from './match-forms.ts';
import { structureOf } from './post-structure.ts';
import { read } from './read-post.ts';
import { recipeFor } from './recipe-for-page.ts';

/** Posts that are held against each other, and against which names are held. */
const ENOUGH = 12;

/** Words in our recipes' selectors: they are ours, so a page that has them tells nothing by it. */
export function knownWords(sites: readonly Recipe[]): Set<string> {
  return new Set(JSON.stringify(sites).match(/[A-Za-z][\w.:-]*/g) ?? []);
}

interface Found {
  readonly root: Element;
  readonly missing: readonly string[];
}

/** The first post that is not read whole, else the first. */
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

/** A report of one post of this page, by structure only, for the person to read before it goes anywhere. */
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

import type { Bar, Form, Recipe } from '../sites/recipe.ts';
import { firstOwn, own, pattern, type Scope, takeId } from './extract-field.ts';

/** A recipe made ready for a page: selectors joined once. */
export interface Site {
  readonly recipe: Recipe;
  /** Any root of any form. */
  readonly roots: string;
  /** Roots of forms whose posts stand in no other of their kind, and those of the forms that nest. */
  readonly flat: string;
  readonly nesting: string;
  /** Quick to look for: where it is not found, no root that nests stands in there. */
  readonly sign: string;
  readonly forms: readonly { form: Form; roots: string; others: string }[];
  readonly host: string;
  /** The page's address, where it is not the document's own: a saved page, a stand-in in a test. */
  readonly href?: string;
}

/** A selector that matches nothing. */
export const NOTHING = ':not(*)';

/** Joins a recipe's selectors for a page on this host; `href`: its address, where the document has another. */
export function prepare(recipe: Recipe, host: string, href?: string): Site {
  const roots = recipe.forms.flatMap((form) => form.root).join(',');
  const forms = recipe.forms.map((form) => ({
    form,
    roots: form.root.join(','),
    others: [form.nests && roots, form.inner].filter(Boolean).join(','),
  }));
  const rootsOf = (nests: boolean) =>
    recipe.forms.flatMap((form) => (nests === (form.nests === true) ? form.root : [])).join(',') || NOTHING;
  const signs = recipe.forms.flatMap(({ nests, sign, root }) => (nests ? (sign ?? root) : []));
  return {
    recipe,
    roots,
    flat: rootsOf(false),
    nesting: rootsOf(true),
    sign: [...new Set(signs)].join(',') || NOTHING,
    forms,
    host,
    ...(href !== undefined && { href }),
  };
}

export type Shape = Site['forms'][number];

/**
 * The form of a root, or null where it is none of ours: an advertisement, a notification in a post's clothes,
 * or a part of a post that matches by itself (an older root inside a newer one).
 */
export function shapeOf(site: Site, root: Element): Shape | null {
  const shape = site.forms.find((one) => root.matches(one.roots) && isOn(site, one.form));
  if (!shape) return null;
  const { form } = shape;
  if (!form.nests && root.parentElement?.closest(shape.roots)) return null;
  if (form.copies && isCopy(root, shape.roots, form.copies)) return null;
  if (form.not && root.matches(form.not)) return null;
  if (form.needs && !firstOwn(scopeOf(site, shape, root), form.needs)) return null;
  if (form.lacks && root.querySelector(form.lacks)) return null;
  return shape;
}

/** Whether a root is one more shell of the post around it. */
function isCopy(root: Element, roots: string, attribute: string): boolean {
  const name = root.getAttribute(attribute);
  return name !== null && root.parentElement?.closest(roots)?.getAttribute(attribute) === name;
}

/** Whether the page's address is one at which a form is found. */
function isOn(site: Site, { on }: Form): boolean {
  if (on === undefined) return true;
  return pattern(on).test(site.href === undefined ? location.pathname : new URL(site.href).pathname);
}

/** A root of a form as fields are read from it. A class: one is made for every post that appears. */
class Rooted implements Scope {
  parts: readonly string[] = [];
  readonly isOther: ((element: Element) => boolean) | undefined;
  readonly root: Element;
  private readonly site: Site;
  private readonly shape: Shape;

  constructor(site: Site, shape: Shape, root: Element) {
    this.site = site;
    this.shape = shape;
    this.root = root;
    const { nests, inner } = shape.form;
    this.isOther = nests
      ? (element) => (inner !== undefined && element.matches(inner)) || shapeOf(site, element) !== null
      : undefined;
  }

  get others(): string {
    return this.shape.others;
  }

  // Asked for only by fields that need it: an address is put together anew at each asking.
  get location(): string {
    return this.site.href ?? this.root.ownerDocument.location.href;
  }
}

export const scopeOf = (site: Site, shape: Shape, root: Element): Scope => new Rooted(site, shape, root);

/** Whether a post lies across the middle of the window. */
function isInView(root: Element): boolean {
  const { top, bottom } = root.getBoundingClientRect();
  return top < innerHeight / 2 && bottom > innerHeight / 2;
}

/** Whether this is the first root on the page without an id of its own: the one that the page is about. */
function isFocal(site: Site, shape: Shape, root: Element): boolean {
  if (shape.form.swiped) return isInView(root);
  const candidates = shape.form.id.filter((candidate) => candidate.from !== 'location');
  for (const other of root.ownerDocument.querySelectorAll(shape.roots)) {
    if (other === root) return true;
    if (shapeOf(site, other) === shape && !takeId(candidates, scopeOf(site, shape, other), () => false))
      return false;
  }
  return false;
}

/** The site's own id of a post; empty where none is found. */
export function idOf(site: Site, shape: Shape, scope: Scope): string {
  return takeId(shape.form.id, scope, () => isFocal(site, shape, scope.root));
}

/** What tells a card from others on this page, where its post has no id to be found; empty where nothing does. */
export function cardOf({ form }: Shape, scope: Scope): string {
  const card = form.card ? takeId(form.card, scope, () => false) : '';
  scope.parts = [];
  return card && `card/${card}`;
}

/** The key of a post across pages and over time. */
export function keyOf(site: Site, id: string): string {
  return site.recipe.keyedByHost ? `${site.recipe.id}:${site.host}/${id}` : `${site.recipe.id}:${id}`;
}

/** Every post on the page now. */
export function posts(site: Site): Element[] {
  return [...document.querySelectorAll(site.roots)].filter((root) => shapeOf(site, root) !== null);
}

/** A place for our buttons: in front of `before`, or at the end of the parent where that is null. */
export interface Place {
  readonly parent: Element;
  readonly before: Element | null;
  readonly slot: string;
  readonly over: boolean;
}

function placeBy(bar: Bar, found: Element): Place | null {
  const at = bar.up ? found.closest(bar.up) : found;
  if (!at) return null;
  const slot = bar.slot ?? '';
  const over = bar.over === true;
  if (bar.put === 'append') return { parent: at, before: null, slot, over };
  if (!at.parentElement) return null;
  return { parent: at.parentElement, before: bar.put === 'before' ? at : at.nextElementSibling, slot, over };
}

/** Where our buttons go in a post, or null while its row is not there. */
export function placeIn(scope: Scope, form: Form): Place | null {
  for (const bar of form.bar) {
    const first = firstOwn(scope, bar.at);
    const place = first && (placeBy(bar, first) ?? anyPlace(scope, bar));
    if (place) return place;
  }
  return null;
}

function anyPlace(scope: Scope, bar: Bar): Place | null {
  for (const found of own(scope, bar.at)) {
    const place = placeBy(bar, found);
    if (place) return place;
  }
  return null;
}

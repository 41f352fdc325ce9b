import type { Bar, Form, Recipe } from '../sites/recipe.ts';
import { extractId, firstOwn, own, pattern, type Scope } from './extract-field.ts';

/** A recipe prepared for a page, its selectors joined. */
export interface Site {
  readonly recipe: Recipe;
  /** Matches any root of any form. */
  readonly roots: string;
  /** Roots of forms that do not nest, and of those that do. */
  readonly flat: string;
  readonly nesting: string;
  /** Cheap test: where it does not match, no nesting root is inside. */
  readonly sign: string;
  readonly forms: readonly { form: Form; roots: string; others: string }[];
  readonly host: string;
  /** The page's address where it differs from the document's: a saved page, a stand-in in a test. */
  readonly href?: string;
}

/** Matches nothing. */
export const NOTHING = ':not(*)';

/** Prepares a recipe for a page on this host; `href`: its address, where the document has another. */
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
 * The form of a root; null for an advertisement, a notification that looks like a post, or a part of a post
 * that matches by itself (an older root inside a newer one).
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

/** Whether the page's address allows a form. */
function isOn(site: Site, { on }: Form): boolean {
  if (on === undefined) return true;
  return pattern(on).test(site.href === undefined ? location.pathname : new URL(site.href).pathname);
}

/** Scope for reading fields of a root. A class, since one is created for every post. */
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

  // Lazy: building an address costs time, and few fields need it.
  get location(): string {
    return this.site.href ?? this.root.ownerDocument.location.href;
  }
}

export const scopeOf = (site: Site, shape: Shape, root: Element): Scope => new Rooted(site, shape, root);

/** Whether a post crosses the middle of the window. */
function isInView(root: Element): boolean {
  const { top, bottom } = root.getBoundingClientRect();
  return top < innerHeight / 2 && bottom > innerHeight / 2;
}

/** Whether this is the first root without an id of its own: the post that the page is about. */
function isFocal(site: Site, shape: Shape, root: Element): boolean {
  if (shape.form.swiped) return isInView(root);
  const candidates = shape.form.id.filter((candidate) => candidate.from !== 'location');
  for (const other of root.ownerDocument.querySelectorAll(shape.roots)) {
    if (other === root) return true;
    if (shapeOf(site, other) === shape && !extractId(candidates, scopeOf(site, shape, other), () => false))
      return false;
  }
  return false;
}

/** The site's id of a post; empty where none is found. */
export function idOf(site: Site, shape: Shape, scope: Scope): string {
  return extractId(shape.form.id, scope, () => isFocal(site, shape, scope.root));
}

/** Identifies a card on this page where its post has no id; empty where nothing does. */
export function cardOf({ form }: Shape, scope: Scope): string {
  const card = form.card ? extractId(form.card, scope, () => false) : '';
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

/** Where to insert our buttons: before `before`, or at the parent's end where that is null. */
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

/** The insertion point in a post; null while its row does not exist. */
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

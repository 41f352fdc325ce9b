import { ID_TIMES } from '../post/id-times.ts';
import { textOf } from '../post/text.ts';
import type { As, Candidate } from '../sites/recipe.ts';
import { pageProperty } from './page-property.ts';

/** A post's root and its own parts, without nested or quoted posts. */
export interface Scope {
  readonly root: Element;
  /** Selector of other posts inside: nested roots and quotations. */
  readonly others: string;
  /** Confirms that such an element really is a post, where the selector is not enough. */
  readonly isOther?: ((element: Element) => boolean) | undefined;
  readonly location: string;
  /** Groups of the id's pattern, for `{1}` in selectors and templates. */
  parts: readonly string[];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const patterns = new Map<string, RegExp>();

/** A recipe's regular expression, cached. */
export function pattern(re: string): RegExp {
  const known = patterns.get(re) ?? new RegExp(re);
  patterns.set(re, known);
  return known;
}

/** Fills `{1}` with the id's parts, escaped for selectors. */
function filled(
  template: string,
  parts: readonly string[],
  quote: (part: string) => string = (part) => part,
): string {
  return template.includes('{')
    ? template.replace(/\{(\d)\}/g, (_, i) => quote(parts[Number(i)] ?? ''))
    : template;
}

/** Whether an element inside a root is the root's own. */
export function isOwn(scope: Scope, element: Element): boolean {
  if (!scope.others || element === scope.root) return true;
  for (let at = element.closest(scope.others); at; at = at.parentElement?.closest(scope.others) ?? null) {
    if (at === scope.root || !scope.root.contains(at)) return true;
    if (!scope.isOther || scope.isOther(at)) return false;
  }
  return true;
}

/** The root's own matching elements, in document order. */
export function* own(scope: Scope, selector: string): Generator<Element, undefined> {
  if (!selector) {
    yield scope.root;
    return;
  }
  for (const element of scope.root.querySelectorAll(filled(selector, scope.parts, CSS.escape))) {
    if (isOwn(scope, element)) yield element;
  }
}

function raw(candidate: Candidate, element: Element): string | null {
  const from = candidate.up
    ? (candidate.at ? element : element.parentElement)?.closest(candidate.up)
    : element;
  if (!from) return null;
  if (candidate.from === 'held') return pageProperty(from, candidate.attr ?? '');
  if (candidate.attr) return from.getAttribute(candidate.attr);
  const without = candidate.without === undefined ? {} : { without: candidate.without };
  if (candidate.as === 'lines') return textOf(from, { lines: 'keep', ...without }).text;
  const { text } = textOf(from, without);
  return candidate.as === 'text' ? text : oneLine(text);
}

/** Fills `$1` with a pattern's groups; without a template the first group, or the whole match. */
function made(to: string | undefined, groups: readonly string[]): string {
  if (to === undefined) return groups[1] ?? groups[0] ?? '';
  // Fast path: most templates are one group, and one is filled for every post.
  if (to.length === 2 && to[0] === '$') return groups[Number(to[1])] ?? '';
  return to.replace(/\$(\d)/g, (_, i) => groups[Number(i)] ?? '');
}

/** The same root including nested posts. */
function allOf(scope: Scope): Scope {
  return {
    root: scope.root,
    others: '',
    parts: scope.parts,
    get location() {
      return scope.location;
    },
  };
}

/** The value after the pattern; null where it does not match. Stores the groups for the id. */
function matched(
  candidate: Candidate,
  value: string,
  scope: Scope,
): { value: string; groups: string[] } | null {
  if (candidate.re === undefined) return { value, groups: [] };
  const match = pattern(candidate.re).exec(value);
  if (!match) return null;
  const groups: string[] = [];
  for (const group of match) groups.push(group ?? '');
  return { value: filled(made(candidate.to, groups), scope.parts), groups };
}

function absolute(value: string, base: string): string {
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

function moment(value: string): number | null {
  const at = /^\d{12,}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isFinite(at) ? at : null;
}

const READ: Record<As, (value: string, scope: Scope) => string> = {
  text: (value) => value,
  lines: (value) => value,
  address: (value, scope) => absolute(value, scope.location),
  moment: (value) => String(moment(value) ?? ''),
  'x-id': (value) => String(ID_TIMES.x(value) ?? ''),
  'mastodon-id': (value) => String(ID_TIMES.mastodon(value) ?? ''),
  'bluesky-id': (value) => String(ID_TIMES.bluesky(value) ?? ''),
  'linkedin-id': (value) => String(ID_TIMES.linkedin(value) ?? ''),
  'instagram-id': (value) => String(ID_TIMES.instagram(value) ?? ''),
};

function* values(candidate: Candidate, scope: Scope): Generator<string> {
  // Built from the id's parts alone: nothing to read.
  if (!candidate.at && !candidate.attr && candidate.to !== undefined && candidate.from === undefined) {
    yield '';
    return;
  }
  if (candidate.from === 'location') {
    yield scope.location;
    return;
  }
  for (const element of own(scope, candidate.at)) {
    const value = raw(candidate, element);
    if (value) yield value;
  }
}

interface Taken {
  readonly value: string;
  readonly groups: string[];
}

/** The value after this post's name; null where it belongs to another post. */
function ofThis({ of }: Candidate, value: string, scope: Scope): string | null {
  if (of === undefined) return value;
  const start = `${filled(of, scope.parts)} `;
  return value.startsWith(start) ? value.slice(start.length) : null;
}

function readAs(candidate: Candidate, raw: string, scope: Scope): Taken | null {
  const value = ofThis(candidate, raw, scope);
  const found = value === null ? null : matched(candidate, value, scope);
  if (!found) return null;
  const read = candidate.as ? READ[candidate.as](found.value, scope) : found.value;
  return read ? { value: read, groups: found.groups } : null;
}

/**
 * The first own element of a selector. Mostly that is the first match, or there is none: then the rest of the
 * post is skipped, which is what makes recognition fast enough.
 */
export function firstOwn(scope: Scope, selector: string): Element | null {
  const first = selector ? scope.root.querySelector(filled(selector, scope.parts, CSS.escape)) : scope.root;
  if (!first || isOwn(scope, first)) return first;
  return own(scope, selector).next().value ?? null;
}

function takeOne(candidate: Candidate, all: Scope): Taken | null {
  const scope = candidate.any ? allOf(all) : all;
  if (candidate.at && !candidate.longest) {
    const first = firstOwn(scope, candidate.at);
    if (!first) return null;
    const value = raw(candidate, first);
    const read = value && readAs(candidate, value, scope);
    if (read) return read;
  }
  let best: Taken | null = null;
  for (const value of values(candidate, scope)) {
    const read = readAs(candidate, value, scope);
    if (!read) continue;
    if (!candidate.longest) return read;
    if (read.value.length > (best?.value.length ?? 0)) best = read;
  }
  return best;
}

/** The value of the first candidate that yields one, or an empty string. */
export function take(candidates: readonly Candidate[] | undefined, scope: Scope): string {
  for (const candidate of candidates ?? []) {
    const found = takeOne(candidate, scope);
    if (found) return found.value;
  }
  return '';
}

/** The post's id; the groups of the matching pattern become the scope's parts. */
export function extractId(candidates: readonly Candidate[], scope: Scope, isFocal: () => boolean): string {
  for (const candidate of candidates) {
    if (candidate.from === 'location' && !isFocal()) continue;
    const found = takeOne(candidate, scope);
    if (!found) continue;
    scope.parts = found.groups;
    return found.value;
  }
  return '';
}

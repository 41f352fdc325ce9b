import { ID_TIMES } from '../post/ids.ts';
import { textOf } from '../post/text.ts';
import type { As, Candidate } from '../sites/recipe.ts';

/** A post's root and what belongs to it: parts inside other posts or quotations are left out. */
export interface Scope {
  readonly root: Element;
  /** Selector of all that begins another post inside: nested roots and quotations. */
  readonly others: string;
  readonly location: string;
  /** Groups of the id's pattern, for `{1}` in selectors and templates. */
  parts: readonly string[];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const patterns = new Map<string, RegExp>();

function pattern(re: string): RegExp {
  const known = patterns.get(re) ?? new RegExp(re);
  patterns.set(re, known);
  return known;
}

/** `{1}` filled with the id's parts, escaped where it goes into a selector. */
function filled(
  template: string,
  parts: readonly string[],
  quote: (part: string) => string = (part) => part,
): string {
  return template.includes('{')
    ? template.replace(/\{(\d)\}/g, (_, i) => quote(parts[Number(i)] ?? ''))
    : template;
}

/** Whether an element found inside a root is the root's own. */
export function isOwn(scope: Scope, element: Element): boolean {
  if (!scope.others || element === scope.root) return true;
  const nearest = element.closest(scope.others);
  return nearest === null || nearest === scope.root || !scope.root.contains(nearest);
}

/** The root's own elements that match, in document order. */
export function* own(scope: Scope, selector: string): Generator<Element> {
  if (!selector) {
    yield scope.root;
    return;
  }
  const filledIn = filled(selector, scope.parts, CSS.escape);
  // The first match is nearly always the one: looking for one stops early, looking for all walks the whole post.
  const first = scope.root.querySelector(filledIn);
  if (!first) return;
  if (isOwn(scope, first)) yield first;
  for (const element of scope.root.querySelectorAll(filledIn)) {
    if (element !== first && isOwn(scope, element)) yield element;
  }
}

function raw(candidate: Candidate, element: Element): string | null {
  const from = candidate.up
    ? (candidate.at ? element : element.parentElement)?.closest(candidate.up)
    : element;
  if (!from) return null;
  if (candidate.attr) return from.getAttribute(candidate.attr);
  if (candidate.as === 'lines') return textOf(from, { lines: 'keep' }).text;
  return candidate.as === 'text' ? textOf(from).text : oneLine(textOf(from).text);
}

/** The value after the pattern, or null where it does not match. Keeps the groups for the id. */
function matched(
  candidate: Candidate,
  value: string,
  scope: Scope,
): { value: string; groups: string[] } | null {
  if (candidate.re === undefined) return { value, groups: [] };
  const match = pattern(candidate.re).exec(value);
  if (!match) return null;
  const groups = match.map((group) => group ?? '');
  const made =
    candidate.to?.replace(/\$(\d)/g, (_, i) => groups[Number(i)] ?? '') ?? groups[1] ?? groups[0] ?? '';
  return { value: filled(made, scope.parts), groups };
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
};

function* values(candidate: Candidate, scope: Scope): Generator<string> {
  // Nothing to read where the value is made of the id's parts alone.
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

function takeOne(candidate: Candidate, scope: Scope): { value: string; groups: string[] } | null {
  let best: { value: string; groups: string[] } | null = null;
  for (const value of values(candidate, scope)) {
    const found = matched(candidate, value, scope);
    const read = found && {
      ...found,
      value: candidate.as ? READ[candidate.as](found.value, scope) : found.value,
    };
    if (!read?.value) continue;
    if (!candidate.longest) return read;
    if (read.value.length > (best?.value.length ?? 0)) best = read;
  }
  return best;
}

/** The first candidate that gives something, or an empty string. */
export function take(candidates: readonly Candidate[] | undefined, scope: Scope): string {
  for (const candidate of candidates ?? []) {
    const found = takeOne(candidate, scope);
    if (found) return found.value;
  }
  return '';
}

/** The post's own id; the groups of the pattern that gave it become the scope's parts. */
export function takeId(candidates: readonly Candidate[], scope: Scope, isFocal: () => boolean): string {
  for (const candidate of candidates) {
    if (candidate.from === 'location' && !isFocal()) continue;
    const found = takeOne(candidate, scope);
    if (!found) continue;
    scope.parts = found.groups;
    return found.value;
  }
  return '';
}

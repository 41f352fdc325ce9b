import type { PageProperty } from '../sites/recipe.ts';

/**
 * Runs in the page's own world, only where a recipe needs it: returns an element's named property. Its source
 * is packaged with a site's data as argument, so it may use only that and the page's globals. It follows the
 * data's paths, changes nothing and stores nothing. A page could as well put such a value into an attribute, so
 * it is validated like any text of the page.
 */
export function bridge(properties: Readonly<Record<string, readonly PageProperty[]>>): void {
  const LONGEST = 300;
  /** Most objects examined for one value, and the depth: a post's data, not the page's. */
  const MOST = 600;
  const DEEPEST = 9;
  type Thing = Readonly<Record<string, unknown>>;
  const isThing = (value: unknown): value is Thing =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';

  const step = (from: unknown, name: string, self: unknown): unknown => {
    if (name === '()') return typeof from === 'function' ? from.call(self) : undefined;
    if (!isThing(from)) return undefined;
    if (!name.endsWith('*')) return from[name];
    const own = Object.keys(from).find((key) => key.startsWith(name.slice(0, -1)));
    return own === undefined ? undefined : from[own];
  };
  const along = (element: Element, path: string): unknown => {
    let self: unknown;
    let value: unknown = element;
    for (const name of path.split('.')) {
      const next = step(value, name, self);
      self = value;
      value = next;
    }
    return value;
  };
  const matchIn = (value: unknown, re: RegExp): string => {
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    const match = re.exec(String(value).slice(0, 4000));
    return (match?.[1] ?? match?.[0] ?? '').slice(0, LONGEST);
  };

  /** Children of a value. React's own links between fibers are not followed, nor anything of the page itself. */
  const inside = (value: unknown, seen: Set<unknown>): [string, unknown][] => {
    if (typeof value !== 'object' || value === null || value instanceof Node || value === window) return [];
    if (seen.has(value) || seen.size >= MOST) return [];
    seen.add(value);
    return Object.entries(value).filter(([key]) => !key.startsWith('_'));
  };
  /** The distinct values nearest to the start. */
  const search = (from: unknown, re: RegExp, named: string | undefined): Set<string> => {
    const seen = new Set<unknown>();
    let level: [string, unknown][] = [['', from]];
    for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
      const meant = level.filter(([name]) => named === undefined || name === named);
      const found = new Set(meant.map(([, value]) => matchIn(value, re)).filter(Boolean));
      if (found.size > 0) return found;
      level = level.flatMap(([, value]) => inside(value, seen));
    }
    return new Set();
  };
  const around = (
    element: Element,
    start: unknown,
    { re, within = [], named, before = '' }: PageProperty,
  ): string => {
    const pattern = new RegExp(re);
    for (let node = start; isThing(node); node = node.return) {
      if (node.stateNode instanceof Element && node.stateNode !== element) return '';
      const found = search(
        within.map((name) => (node as Thing)[name]),
        pattern,
        named,
      );
      if (found.size > 0) return found.size === 1 ? before + [...found][0] : '';
    }
    return '';
  };

  const read = (element: Element, place: PageProperty): string => {
    const value = along(element, place.path);
    if (place.within) return around(element, value, place);
    const match = matchIn(value, new RegExp(place.re));
    if (!match || place.of === undefined) return match;
    const of = along(element, place.of);
    return typeof of === 'string' && of ? `${of} ${match}`.slice(0, LONGEST) : '';
  };
  const answer = (element: Element, places: readonly PageProperty[]): string => {
    for (const place of places) {
      try {
        const value = read(element, place);
        if (value) return value;
      } catch {
        // A getter of the page threw: no value.
      }
    }
    return '';
  };

  // A copy from before an update answers too, and earlier: the last answer is the newest. It cannot be
  // replaced, since the page could fake any signal for that in this world.
  window.addEventListener(
    'musubi:ask',
    (event) => {
      const { target } = event;
      const name: unknown = event instanceof CustomEvent ? event.detail : null;
      if (!(target instanceof Element) || typeof name !== 'string' || !Object.hasOwn(properties, name))
        return;
      const detail = answer(target, properties[name] ?? []);
      if (detail) target.dispatchEvent(new CustomEvent('musubi:told', { detail }));
    },
    { capture: true },
  );
}

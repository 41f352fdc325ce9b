import { HOOKS, INTERFACE } from './html-vocabulary.ts';

/** A name of a builder of pages: letters only, in a few parts. No digits, so no ids; no other script, so no such text. */
const PLAIN = /^[A-Za-z]+(?:[-_.:][A-Za-z]+){0,5}$/;
const LONGEST = 40;

/** What a page shows or names somewhere, against which a name is held. */
export interface Shown {
  /** Runs of letters, in lower case. */
  readonly words: ReadonlySet<string>;
  /** All letters without what stands between them, in lower case. */
  readonly letters: string;
}

const lower = (text: string) => text.toLowerCase();

/** All that is text in a page, in any attribute too. */
export function shownBy({ body }: Document): Shown {
  const found: string[] = [body.textContent ?? '', body.ownerDocument.title];
  for (const element of body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) if (!isHookName(name)) found.push(value);
  const all = lower(found.join(' '));
  return { words: new Set(all.match(/[a-z]+/g) ?? []), letters: all.replace(/[^a-z]+/g, '') };
}

// A hook's own value would refuse itself, and classes are often named like hooks; all other values count as shown.
const isHookName = (name: string) => HOOKS.has(name) || name === 'class' || name === 'style';

const partsOf = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/[-_.:]/)
    .map(lower);

function isSaid(part: string, { words, letters }: Shown): boolean {
  if (INTERFACE.has(part)) return false;
  return part.length < 3 || words.has(part) || (part.length > 3 && letters.includes(part));
}

/**
 * Whether a name that a page gives may be told: it is one that our recipes know, or it is plain and no part of it is
 * something that the page shows, as the name of a person in it would be.
 */
export function mayBeShown(name: string, known: ReadonlySet<string>, shown: Shown): boolean {
  if (name.length > LONGEST || !PLAIN.test(name)) return false;
  return known.has(name) || !partsOf(name).some((part) => isSaid(part, shown));
}

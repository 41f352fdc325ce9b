import { HOOKS, INTERFACE } from './html-vocabulary.ts';

/** A developer's name: letters only, in a few parts. No digits, hence no ids; no other script, hence no text. */
const PLAIN = /^[A-Za-z]+(?:[-_.:][A-Za-z]+){0,5}$/;
const LONGEST = 40;

/** Words that a page shows, to compare names with. */
export interface Shown {
  /** Runs of letters, lowercase. */
  readonly words: ReadonlySet<string>;
  /** All letters without separators, lowercase. */
  readonly letters: string;
}

const lower = (text: string) => text.toLowerCase();

/** All text of a page, including attributes. */
export function wordsOnPage({ body }: Document): Shown {
  const found: string[] = [body.textContent ?? '', body.ownerDocument.title];
  for (const element of body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) if (!isHookName(name)) found.push(value);
  const all = lower(found.join(' '));
  return { words: new Set(all.match(/[a-z]+/g) ?? []), letters: all.replace(/[^a-z]+/g, '') };
}

// A hook's own value would exclude itself, and classes are often named like hooks; all other values count as
// visible.
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
 * Whether a name may appear in a report: known from our recipes, or plain and without any part that the page
 * shows, such as a person's name.
 */
export function isSafeInReport(name: string, known: ReadonlySet<string>, shown: Shown): boolean {
  if (name.length > LONGEST || !PLAIN.test(name)) return false;
  return known.has(name) || !partsOf(name).some((part) => isSaid(part, shown));
}

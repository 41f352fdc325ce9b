import { Searched, type Span, type TextDirective } from './find-fragment.ts';

/** The text of a page and what is selected of it, in UTF-16 units. A line break parts two blocks. */
export interface Surroundings extends Span {
  readonly text: string;
}

/** Words longer than this, in UTF-16 units, are named by how they begin and end. */
const WHOLE = 80;
/** Longest fragment: a share's link has to hold it beside the address. */
const MOST = 700;
/** A text longer than this is not searched: it would be felt. */
const MOST_TEXT = 400_000;
/** So many words name beginning and end, and what stands beside, one try after another. */
const PIECES = [4, 7, 12];
const BESIDE = [0, 1, 2, 3, 5, 8, 12];

/** The selection in whole words: a fragment can name no part of one. Null where it has none. */
function widened({ words }: Searched, { start, end }: Span): Span | null {
  const inside = words.filter((word) => word.end > start && word.start < end);
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** From a word to the end of its `count`th word, within its block. */
function opening({ text, words }: Searched, from: number, to: number, count: number): string {
  const edge = text.indexOf('\n', from);
  const limit = edge < 0 ? to : Math.min(edge, to);
  const inside = words.filter((word) => word.start >= from && word.end <= limit).slice(0, count);
  return text.slice(from, inside.at(-1)?.end ?? from);
}

/** From the `count`th word before an end up to it, within its block. */
function closing({ text, words }: Searched, from: number, to: number, count: number): string {
  const limit = Math.max(from, text.lastIndexOf('\n', to - 1) + 1);
  const inside = words.filter((word) => word.start >= limit && word.end <= to).slice(-count);
  return text.slice(inside[0]?.start ?? to, to);
}

/** What stands right before and after, white space aside, by so many words each. */
function besides(page: Searched, { start, end }: Span, count: number): { prefix: string; suffix: string } {
  if (count === 0) return { prefix: '', suffix: '' };
  const before = page.text.slice(0, start).trimEnd().length;
  const after = end + (/^\s*/.exec(page.text.slice(end))?.[0].length ?? 0);
  return {
    prefix: closing(page, 0, before, count),
    suffix: opening(page, after, page.text.length, count),
  };
}

/** Ways to name what is selected, shorter ones first. */
function* ways(page: Searched, span: Span): Generator<TextDirective> {
  const whole = page.text.slice(span.start, span.end);
  const short = whole.length <= WHOLE && !whole.includes('\n');
  const cores = short
    ? [{ start: whole, end: '' }]
    : PIECES.map((count) => ({
        start: opening(page, span.start, span.end, count),
        end: closing(page, span.start, span.end, count),
      })).filter(({ start, end }) => start.length + end.length <= whole.length);
  for (const core of cores) for (const count of BESIDE) yield { ...core, ...besides(page, span, count) };
}

/**
 * A part of a directive as an address carries it: the dash, the comma and the ampersand mean something there; the
 * rest of what `encodeURIComponent` leaves breaks links in running text.
 */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[-!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The value of `text=`: `[prefix-,]start[,end][,-suffix]`. */
export function written({ prefix, start, end, suffix }: TextDirective): string {
  return [
    ...(prefix ? [`${encoded(prefix)}-`] : []),
    encoded(start),
    ...(end ? [encoded(end)] : []),
    ...(suffix ? [`-${encoded(suffix)}`] : []),
  ].join(',');
}

/** How to name the selected words so that a browser finds them and no others, or null where that cannot be done. */
export function directiveFor({ text, start, end }: Surroundings): TextDirective | null {
  if (text.length > MOST_TEXT) return null;
  const page = new Searched(text.toWellFormed());
  const span = widened(page, { start, end });
  if (!span) return null;
  for (const directive of ways(page, span)) {
    if (written(directive).length > MOST) continue;
    const found = page.find(directive);
    if (found && found.start === span.start && found.end === span.end) return directive;
  }
  return null;
}

/** The address with the fragment that leads to these words; as it was where nothing can lead there. */
export function withFragment(url: string, at: Surroundings | null): string {
  const directive = at && directiveFor(at);
  return directive ? `${url}${url.includes('#') ? '' : '#'}:~:text=${written(directive)}` : url;
}

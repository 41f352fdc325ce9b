import { Searched, type Span, type TextDirective } from './find-fragment.ts';

/** A page's text and the selected range, in UTF-16 units. A line break separates blocks. */
export interface Surroundings extends Span {
  readonly text: string;
}

/** Longer selections, in UTF-16 units, are described by their start and end. */
const WHOLE = 80;
/** Longest fragment: a share's link has to include it. */
const MOST = 700;
/** A longer text is not searched, which would be noticeable. */
const MOST_TEXT = 400_000;
/** Numbers of words for start, end and context, tried in turn. */
const PIECES = [4, 7, 12];
const BESIDE = [0, 1, 2, 3, 5, 8, 12];

/** The selection extended to whole words, since a fragment cannot name a part of one. Null for none. */
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

/** The text right before and after, without white space, by so many words each. */
function besides(page: Searched, { start, end }: Span, count: number): { prefix: string; suffix: string } {
  if (count === 0) return { prefix: '', suffix: '' };
  const before = page.text.slice(0, start).trimEnd().length;
  const after = end + (/^\s*/.exec(page.text.slice(end))?.[0].length ?? 0);
  return {
    prefix: closing(page, 0, before, count),
    suffix: opening(page, after, page.text.length, count),
  };
}

/** Candidate directives, shorter ones first. */
function* directives(page: Searched, span: Span): Generator<TextDirective> {
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
 * Encodes a part of a directive: dash, comma and ampersand are syntax there; the rest that `encodeURIComponent`
 * leaves breaks links in running text.
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

/** A directive that matches the selected words and nothing before them; null where there is none. */
export function directiveFor({ text, start, end }: Surroundings): TextDirective | null {
  if (text.length > MOST_TEXT) return null;
  const page = new Searched(text.toWellFormed());
  const span = widened(page, { start, end });
  if (!span) return null;
  for (const directive of directives(page, span)) {
    if (written(directive).length > MOST) continue;
    const found = page.find(directive);
    if (found && found.start === span.start && found.end === span.end) return directive;
  }
  return null;
}

/** The address with a text fragment for these words; unchanged where none works. */
export function withFragment(url: string, at: Surroundings | null): string {
  const directive = at && directiveFor(at);
  return directive ? `${url}${url.includes('#') ? '' : '#'}:~:text=${written(directive)}` : url;
}

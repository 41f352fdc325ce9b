/** A text directive: `[prefix-,]start[,end][,-suffix]`. Absent parts are empty. */
export interface TextDirective {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

/** A range of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Folds case and accents of one unit without changing its length, so that positions stay valid. */
function foldUnit(unit: string): string {
  const bare = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === 1 ? bare : unit;
}

/** Folding more than a browser does is safe: then more context is added. */
const folded = (text: string): string => text.replace(/[A-Z\u0080-\uffff]/g, foldUnit);

/**
 * A text as browsers search it for a text directive (WICG, URL Fragment Text Directives, "Finding ranges in a
 * document"): blocks separated by line breaks, ignoring case and accents, by whole words.
 */
export class Searched {
  readonly text: string;
  /** Words in order; Japanese and Chinese are segmented. */
  readonly words: readonly Span[];
  private readonly haystack: string;
  private readonly edges: Uint8Array;

  constructor(text: string) {
    this.text = text;
    this.haystack = folded(text);
    this.edges = new Uint8Array(text.length + 1);
    this.edges[text.length] = 1;
    const words: Span[] = [];
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    for (const { segment, index, isWordLike } of segmenter.segment(text)) {
      this.edges[index] = 1;
      if (isWordLike) words.push({ start: index, end: index + segment.length });
    }
    this.words = words;
  }

  /** The first match of a directive, or null. */
  find(directive: TextDirective): Span | null {
    const { prefix, start, end, suffix } = directive;
    const follows = (at: number) => suffix === '' || this.stands(suffix, this.skip(at), true) !== null;
    for (const found of this.starts(prefix, start, end !== '' || suffix === '')) {
      if (end === '') {
        if (follows(found.end)) return found;
        continue;
      }
      for (const last of this.all(end, found.end, suffix === ''))
        if (follows(last.end)) return { start: found.start, end: last.end };
      return null;
    }
    return null;
  }

  private *starts(prefix: string, start: string, bound: boolean): Generator<Span> {
    if (prefix === '') return yield* this.all(start, 0, bound);
    for (const before of this.all(prefix, 0, false)) {
      const found = this.stands(start, this.skip(before.end), bound);
      if (found) yield found;
    }
  }

  /** Every occurrence at the start of a word, and at the end of one where `bound` is set. */
  private *all(words: string, from: number, bound: boolean): Generator<Span> {
    const needle = folded(words);
    for (let at = this.haystack.indexOf(needle, from); at >= 0; at = this.haystack.indexOf(needle, at + 1)) {
      const found = this.stands(words, at, bound);
      if (found && this.edges[at] === 1) yield found;
    }
  }

  private stands(words: string, at: number, bound: boolean): Span | null {
    const needle = folded(words);
    const end = at + needle.length;
    return this.haystack.startsWith(needle, at) && (!bound || this.edges[end] === 1)
      ? { start: at, end }
      : null;
  }

  /** The next position that is not white space. */
  private skip(at: number): number {
    let to = at;
    while (to < this.text.length && /\s/.test(this.text.charAt(to))) to += 1;
    return to;
  }
}

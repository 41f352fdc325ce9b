import { TEXT_CAP } from './caps.ts';

/** Chunk size, so that a node of 1 MB is never copied whole. */
const PIECE = 4096;
/**
 * Directional controls, non-joining and soft-break characters. ZWJ, ZWNJ and variation selectors stay: emoji
 * and scripts need them.
 */
const CONTROL = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?![\t\n\f\r])\p{Cc}/gu;
/** White space that HTML collapses; not the no-break or ideographic space. */
const BLANKS = /([ \t\n\r\f]+)/;

/** Truncates text to so many UTF-16 units, never within a character. `cut`: whether it did. */
export function cutText(text: string, max: number): { text: string; cut: boolean } {
  if (text.length <= max) return { text: text.toWellFormed(), cut: false };
  const within = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return { text: text.slice(0, within).trimEnd().toWellFormed(), cut: true };
}

/** Collects text and normalises white space: a space or break is written only once something follows it. */
export class Collector {
  private text = '';
  space = false;
  breaks = 0;
  /** Depth of `pre` elements, where white space counts. */
  code = 0;
  private readonly max: number;

  constructor(max: number = TEXT_CAP) {
    this.max = max;
  }

  get full(): boolean {
    return this.text.length > this.max;
  }

  /** At least so many line breaks before what follows. */
  break(count: number): void {
    this.breaks = Math.max(this.breaks, count);
  }

  private word(word: string): void {
    if (this.text && this.breaks > 0) this.text += '\n'.repeat(Math.min(this.breaks, this.max));
    else if (this.text && this.space) this.text += ' ';
    this.text += word;
    this.space = false;
    this.breaks = 0;
  }

  private blank(blank: string, keep: boolean): void {
    const breaks = keep ? blank.split('\n').length - 1 : 0;
    this.breaks += breaks;
    if (breaks === 0) this.space = true;
  }

  private piece(data: string, keep: boolean): void {
    for (const part of data.replace(CONTROL, '').split(this.code > 0 ? /(\r?\n)/ : BLANKS)) {
      if (this.full) return;
      if (part === '') continue;
      if (this.code > 0 ? /^\r?\n$/.test(part) : BLANKS.test(part)) this.blank(part, keep);
      else this.word(part);
    }
  }

  /** Adds a text node; its line breaks stay or count as spaces. */
  run(data: string, keep: boolean): void {
    for (let at = 0; at < data.length && !this.full; at += PIECE)
      this.piece(data.slice(at, at + PIECE), keep || this.code > 0);
  }

  /** The text, truncated at the limit; `more`: further text was not examined. */
  end(more: boolean): { text: string; cut: boolean } {
    const { text, cut } = cutText(this.text.trim(), this.max);
    return { text, cut: cut || more };
  }
}

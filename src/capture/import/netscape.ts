import type { RawBookmark } from './bookmark.ts';
import { tokensOf } from './html-tokens.ts';

/**
 * Bookmarks as browsers (`NETSCAPE-Bookmark-file-1`), Raindrop, Karakeep and Pinboard export them: nested
 * lists, a folder's name in `<h3>`, a bookmark's description in the `<dd>` after it.
 */
export const isNetscape = (text: string): boolean =>
  /^[\s\ufeff]*<!doctype\s{1,9}netscape-bookmark-file-1/i.test(text.slice(0, 400));

interface Open {
  readonly attributes: ReadonlyMap<string, string>;
  title: string;
  text: string;
}

/** Attributes that mark a browser's own root folder, whose name is localised. */
const isRoot = (attributes: ReadonlyMap<string, string>): boolean =>
  ['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some(
    (mark) => attributes.get(mark)?.toLowerCase() === 'true',
  ) || attributes.get('id') === 'com.apple.ReadingList';

/** The element that the current text belongs to. */
type Within = 'a' | 'h3' | 'dd' | '';

class Reading {
  readonly found: RawBookmark[] = [];
  private readonly folders: string[] = [];
  private within: Within = '';
  private name = '';
  private atRoot = false;
  private one: Open | null = null;

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'dl') this.folders.push(this.atRoot ? '' : this.name);
    // A folder heading without a list of its own names nothing that follows.
    if (tag === 'dl' || tag === 'h3') this.name = '';
    if (tag === 'dl' || tag === 'h3') this.atRoot = tag === 'h3' && isRoot(attributes);
    if (tag !== 'dd' && tag !== 'p' && tag !== 'br' && tag !== 'hr') this.end();
    if (tag === 'a') this.one = { attributes, title: '', text: '' };
    if (tag === 'a' || tag === 'h3' || tag === 'dd') this.within = tag;
  }

  close(tag: string): void {
    if (tag === 'a' || tag === 'h3' || tag === 'dd') this.within = '';
    if (tag !== 'dl') return;
    this.end();
    this.folders.pop();
  }

  words(text: string): void {
    if (this.within === 'h3') this.name += text;
    else if (this.one && this.within === 'a') this.one.title += text;
    else if (this.one && this.within === 'dd') this.one.text += text;
  }

  /** Finishes the current bookmark: another element begins. */
  end(): void {
    const { one } = this;
    this.one = null;
    if (this.within === 'dd') this.within = '';
    if (!one) return;
    const { attributes, title, text } = one;
    this.found.push({
      url: attributes.get('href'),
      title,
      note: text,
      tags: attributes.get('tags')?.split(',') ?? [],
      folders: [[...this.folders]],
      at: attributes.get('add_date') ?? attributes.get('time_added'),
    });
  }
}

export function netscapeIn(html: string): RawBookmark[] {
  const reading = new Reading();
  for (const token of tokensOf(html)) {
    if (token.is === 'text') reading.words(token.text);
    else if (token.is === 'open') reading.open(token.name, token.attributes);
    else reading.close(token.name);
  }
  reading.end();
  return reading.found;
}

/** Invented content of a stand-in, as its site would have it. */
export interface Person {
  readonly name: string;
  readonly handle: string;
}

export interface Picture {
  readonly kind: 'image' | 'video';
  /** Name of the file at the site's media host. */
  readonly name: string;
  readonly alt: string;
}

export interface Quote extends Person {
  readonly text: string;
  readonly time: string;
}

/** A stretch of text, cut where a site marks it up. */
export type Stretch =
  | { readonly kind: 'text' | 'mention' | 'tag' | 'emoji' | 'link'; readonly text: string }
  | { readonly kind: 'break' };

const MARKED =
  /(https?:\/\/[^\s、。）」]+)|(?<![\w@])(@[\w.@-]*\w)|(#[\p{L}\p{N}_]+)|(\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])*)|(\n)/gu;

function kindOf(match: RegExpMatchArray): Stretch {
  const [text, link, mention, tag, emoji] = match;
  if (link) return { kind: 'link', text };
  if (mention) return { kind: 'mention', text };
  if (tag) return { kind: 'tag', text };
  return emoji ? { kind: 'emoji', text } : { kind: 'break' };
}

/** Cuts plain text into links, mentions, tags, emoji, line breaks and what is between. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    found.push(kindOf(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}

/** Addresses that a text names. */
export const linksIn = (text: string): string[] =>
  stretches(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));

/** 3817 → 3.8K, as English pages abbreviate. */
export function short(count: number): string {
  if (count < 1000) return String(count);
  if (count < 1_000_000) return `${(Math.floor(count / 100) / 10).toString()}K`;
  return `${(Math.floor(count / 100_000) / 10).toString()}M`;
}

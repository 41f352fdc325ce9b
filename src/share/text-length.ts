import { replaceUrls } from './urls-in-text.ts';
import { replaceLinked } from './x-autolinks.ts';

/** Counts a text as one network counts it. */
export type Counter = (text: string) => number;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
// Built from a string: a literal with the `v` flag needs a newer compile target.
const RGI_EMOJI = '^\\p{RGI_Emoji}$';
const EMOJI = new RegExp(RGI_EMOJI, 'v');
/** The first emoji that is a single UTF-16 unit. */
const FIRST_EMOJI = '\u231a';
/** Cache, since the pattern takes 30 µs for anything that starts like an emoji; and its size. */
const emoji = new Map<string, boolean>();
const MOST_REMEMBERED = 4000;

function isEmoji(char: string): boolean {
  if (char.length === 1 && char < FIRST_EMOJI) return false;
  const known = emoji.get(char);
  if (known !== undefined) return known;
  if (emoji.size >= MOST_REMEMBERED) emoji.clear();
  const is = EMOJI.test(char);
  emoji.set(char, is);
  return is;
}
/** X counts a keycap as one also without its variation selector. */
const KEYCAP = /^[0-9#*]\u20e3$/;

function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function sum<T>(items: Iterable<T>, weight: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += weight(item);
  return total;
}

/** Grapheme clusters (UAX 29). */
export const graphemes: Counter = (text) => sum(segmenter.segment(text), () => 1);

/** Unicode code points. */
export const codePoints: Counter = (text) => sum(text, () => 1);

/** UTF-16 units, which a page's own script counts by `length`. */
export const utf16: Counter = (text) => text.length;

/** UTF-8 bytes. */
export const bytes: Counter = (text) => new TextEncoder().encode(text).length;

/** twitter-text configuration v3 (github.com/twitter/twitter-text, config/v3.json). */
const X = {
  scale: 100,
  defaultWeight: 200,
  urlLength: 23,
  ranges: [
    [0, 4351, 100],
    [8192, 8205, 100],
    [8208, 8223, 100],
    [8242, 8247, 100],
  ],
} as const;

function xWeight(codePoint: number): number {
  const range = X.ranges.find(([from, to]) => codePoint >= from && codePoint <= to);
  return range ? range[2] : X.defaultWeight;
}

/** X: an address 23, an emoji 2, Latin and similar 1, everything else (kana, kanji, hangul) 2; after NFC. */
export const xWeighted: Counter = (text) => {
  const shown = replaceLinked(text.normalize('NFC'), 'x'.repeat(X.urlLength));
  const weight = sum(characters(shown), (char) =>
    isEmoji(char) || KEYCAP.test(char)
      ? X.defaultWeight
      : sum(char, (point) => xWeight(point.codePointAt(0) ?? 0)),
  );
  return Math.floor(weight / X.scale);
};

/** Longest path with query and fragment that Bluesky's composer shows, and how much it shows of a longer one. */
const BLUESKY_PATH = { whole: 15, cut: 13 } as const;

function shortByBluesky(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  const path = (pathname === '/' ? '' : pathname) + search + hash;
  return host + (path.length > BLUESKY_PATH.whole ? `${path.slice(0, BLUESKY_PATH.cut)}...` : path);
}

/** Trailing punctuation that Bluesky does not count as part of an address. */
function withoutEnd(url: string): string {
  const whole = url.replace(/[.,;:!?]$/, '');
  return whole.endsWith(')') && !whole.includes('(') ? whole.slice(0, -1) : whole;
}

/** The text with its addresses shortened as by Bluesky's composer (bluesky-social/social-app, lib/strings). */
export const shortenedByBluesky = (text: string): string =>
  text.replace(/(?<=^|\s|\()https?:\/\/\S+/gi, (found) => {
    const url = withoutEnd(found);
    return shortByBluesky(url) + found.slice(url.length);
  });

/** Mastodon: graphemes; an address 23; of a mention only its local part (docs.joinmastodon.org/user/posting). */
export const mastodon: Counter = (text) => {
  const shown = replaceUrls(text, 'x'.repeat(23));
  return graphemes(shown.replace(/(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]/gi, '$1@$2'));
};

/** Threads: characters; an emoji by its UTF-8 bytes (developers.facebook.com/documentation/threads/posts). */
export const threads: Counter = (text) =>
  sum(characters(text), (char) => (isEmoji(char) ? bytes(char) : codePoints(char)));

/** Half characters of an address on Weibo, which replaces it by a short link of that length. */
const WEIBO_LINK = 20;

/** Weibo: in 汉字. A Latin character is half, an address ten; rounded up, as by its script. */
export const hanzi: Counter = (text) => {
  const shown = replaceUrls(text, 'x'.repeat(WEIBO_LINK));
  const halves = sum(
    Array.from({ length: shown.length }, (_, at) => shown.charCodeAt(at)),
    (unit) => (unit > 0xff ? 2 : 1),
  );
  return Math.ceil(halves / 2);
};

/** 3GPP TS 23.038, section 6.2.1: the default alphabet, and the characters that need an escape. */
const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_7_ESCAPED = '^{}\\[~]|€\f';

function parts(units: number, alone: number, joined: number): number {
  return units <= alone ? Math.min(1, units) : Math.ceil(units / joined);
}

/**
 * Number of text messages for this text (3GPP TS 23.040): 160 characters of the default alphabet, or 70 UTF-16
 * units if one is outside it; 153 or 67 each from the second on.
 */
export const smsSegments: Counter = (text) => {
  const characters = [...text];
  const plain = characters.every((char) => GSM_7.includes(char) || GSM_7_ESCAPED.includes(char));
  if (!plain) return parts(text.length, 70, 67);
  return parts(
    sum(characters, (char) => (GSM_7_ESCAPED.includes(char) ? 2 : 1)),
    160,
    153,
  );
};

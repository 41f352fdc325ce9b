import { replaceUrls } from './urls-in-text.ts';
import { replaceLinked } from './x-autolinks.ts';

/** Counts a text as one network counts it. */
export type Counter = (text: string) => number;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
// Put together from a string: a literal with the `v` flag asks for a newer compile target than ours.
const RGI_EMOJI = '^\\p{RGI_Emoji}$';
const EMOJI = new RegExp(RGI_EMOJI, 'v');
/** The first emoji of one UTF-16 unit. */
const FIRST_EMOJI = '\u231a';
/** What was asked for already, since the pattern takes 30 µs for whatever begins as an emoji does; and how many are remembered. */
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
/** A keycap is one on X without its variation selector too. */
const KEYCAP = /^[0-9#*]\u20e3$/;

function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function sum<T>(items: Iterable<T>, weight: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += weight(item);
  return total;
}

/** Characters as a reader sees them (UAX 29 extended grapheme clusters). */
export const graphemes: Counter = (text) => sum(segmenter.segment(text), () => 1);

/** Unicode code points. */
export const codePoints: Counter = (text) => sum(text, () => 1);

/** UTF-16 units: what a script in the network's own page counts by `length`. */
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

/** X: an address 23, an emoji 2, Latin and the like 1, all else (kana, kanji, hangul) 2; after NFC. */
export const xWeighted: Counter = (text) => {
  const shown = replaceLinked(text.normalize('NFC'), 'x'.repeat(X.urlLength));
  const weight = sum(characters(shown), (char) =>
    isEmoji(char) || KEYCAP.test(char)
      ? X.defaultWeight
      : sum(char, (point) => xWeight(point.codePointAt(0) ?? 0)),
  );
  return Math.floor(weight / X.scale);
};

/** Longest path with query and fragment that Bluesky's composer shows, and how much of a longer one. */
const BLUESKY_PATH = { whole: 15, cut: 13 } as const;

function shortByBluesky(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search, hash } = new URL(url);
  const path = (pathname === '/' ? '' : pathname) + search + hash;
  return host + (path.length > BLUESKY_PATH.whole ? `${path.slice(0, BLUESKY_PATH.cut)}...` : path);
}

/** What ends the sentence and not the address, as Bluesky looks for it. */
function withoutEnd(url: string): string {
  const whole = url.replace(/[.,;:!?]$/, '');
  return whole.endsWith(')') && !whole.includes('(') ? whole.slice(0, -1) : whole;
}

/** Bluesky: the text as its composer shortens the addresses in it (bluesky-social/social-app, lib/strings). */
export const shortenedByBluesky = (text: string): string =>
  text.replace(/(?<=^|\s|\()https?:\/\/\S+/gi, (found) => {
    const url = withoutEnd(found);
    return shortByBluesky(url) + found.slice(url.length);
  });

/** Mastodon: graphemes, an address 23, of a mention its local part only (docs.joinmastodon.org/user/posting). */
export const mastodon: Counter = (text) => {
  const shown = replaceUrls(text, 'x'.repeat(23));
  return graphemes(shown.replace(/(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]/gi, '$1@$2'));
};

/** Threads: characters, an emoji by its UTF-8 bytes (developers.facebook.com/documentation/threads/posts). */
export const threads: Counter = (text) =>
  sum(characters(text), (char) => (isEmoji(char) ? bytes(char) : codePoints(char)));

/** Half characters that an address counts on Weibo: it becomes a short link of that length. */
const WEIBO_LINK = 20;

/** Weibo: in 汉字. A Latin character is half of one, an address ten; rounded up, as its own script does. */
export const hanzi: Counter = (text) => {
  const shown = replaceUrls(text, 'x'.repeat(WEIBO_LINK));
  const halves = sum(
    Array.from({ length: shown.length }, (_, at) => shown.charCodeAt(at)),
    (unit) => (unit > 0xff ? 2 : 1),
  );
  return Math.ceil(halves / 2);
};

/** 3GPP TS 23.038, section 6.2.1: the default alphabet, and what takes an escape before it. */
const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_7_ESCAPED = '^{}\\[~]|€\f';

function parts(units: number, alone: number, joined: number): number {
  return units <= alone ? Math.min(1, units) : Math.ceil(units / joined);
}

/**
 * Text messages that a phone sends for this text (3GPP TS 23.040): 160 characters of the default alphabet, or 70
 * UTF-16 units where one character is outside it; 153 or 67 each once there are several.
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

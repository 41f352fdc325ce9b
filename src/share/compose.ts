import { hashOf } from '../workspace/bytes.ts';
import { balanced, withoutBidi } from './bidi.ts';
import type { Channel } from './channels/channel.ts';
import { bytes } from './text-length.ts';

/** Longer window addresses are truncated or refused by servers. */
const MAX_WINDOW = 8000;

export interface Part {
  kind: 'disclosure' | 'words' | 'link';
  text: string;
}

export interface Draft {
  channel: Channel;
  /** The final disclosure; empty where there is none. */
  disclosure: string;
  words: string;
  url: string;
  title: string;
  /** Address of the post's first picture; absent without one. */
  picture?: string | undefined;
}

/** A share as its reader will see it. */
export interface Composed {
  /** Text for the window: with the link where it takes only text, without it where it has a field for the link. */
  text: string;
  url: string;
  title: string;
  hashtags: readonly string[];
  picture: string;
  /** Disclosure, words and link, whatever the window takes. */
  clipboard: string;
  /** Disclosure, words and link in this order; empty ones are absent. */
  parts: Part[];
  /** Length as the network counts it; a link with its own field does not count. */
  length: number;
  /** Null for no limit. */
  max: number | null;
  over: boolean;
  /** The excess, in the units of `max`, and in bytes where the network limits those. */
  excess: { length: number; bytes: number };
}

/** Whether the window takes the words; otherwise they go by the clipboard. */
function takesText({ takes }: Channel): boolean {
  return takes.includes('text');
}

/** The words; for networks with titles, one line that is never empty. */
function titleOrWords(channel: Channel, words: string, title: string): string {
  const own = wordsOf(words);
  if (!channel.titled) return own;
  return wordsOf(own === '' ? title : own).replace(/\s+/g, ' ');
}

/** Hashtags of the words, without `#`, unique. */
function hashtagsOf(words: string): string[] {
  const found = words.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}\p{M}_]*[\p{L}_][\p{L}\p{N}\p{M}_]*)/gu);
  return [...new Set(Array.from(found, ([, tag = '']) => tag))];
}

/**
 * Normalises the words: line breaks as \n, no control characters, repaired surrogate pairs, balanced bidi
 * controls.
 */
function wordsOf(typed: string): string {
  const lines = typed.toWellFormed().replace(/\r\n?/g, '\n');
  return balanced(lines.replace(/[^\P{Cc}\n\t]/gu, '')).trim();
}

/** One line, without controls that could make a reworded disclosure read differently. */
function disclosureOf(text: string): string {
  return withoutBidi(text.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

function joined(parts: readonly Part[]): string {
  return parts.reduce((all, { kind, text }) => {
    if (all === '') return text;
    return `${all}${kind === 'link' ? '\n' : ' '}${text}`;
  }, '');
}

function textFor(channel: Channel, parts: readonly Part[]): string {
  if (!takesText(channel)) return '';
  return joined(channel.takes.includes('url') ? parts.filter(({ kind }) => kind !== 'link') : parts);
}

/** The link does not count where it has its own field, or where the words are a title. */
function countsLink(channel: Channel): boolean {
  return !channel.titled && !channel.apart && (takesText(channel) || !channel.takes.includes('url'));
}

/** Composes disclosure, words and link for a channel, always in this order. */
export function compose({ channel, disclosure, words, url, title, picture = '' }: Draft): Composed {
  const shownWords = titleOrWords(channel, words, title);
  const all: Part[] = [
    { kind: 'disclosure', text: disclosureOf(disclosure) },
    { kind: 'words', text: shownWords },
    { kind: 'link', text: url },
  ];
  const parts = all.filter(({ text }) => text !== '');
  const read = countsLink(channel) ? parts : parts.filter(({ kind }) => kind !== 'link');
  const whole = joined(read);
  const counted = channel.length?.shown?.(whole) ?? whole;
  const length = channel.length?.count(counted) ?? 0;
  const max = channel.length?.max ?? null;
  const excess = {
    length: Math.max(0, length - (max ?? length)),
    bytes: Math.max(0, bytes(counted) - (channel.length?.maxBytes ?? Number.POSITIVE_INFINITY)),
  };
  return {
    text: textFor(channel, parts),
    url,
    title,
    hashtags: hashtagsOf(shownWords),
    picture,
    clipboard: joined(parts),
    parts,
    length,
    max,
    over: excess.length > 0 || excess.bytes > 0,
    excess,
  };
}

export interface WindowNeeds {
  instance?: string;
}

function tooLong(channel: Channel, address: string): boolean {
  return address.length > (channel.maxWindow ?? MAX_WINDOW);
}

/** Candidate windows, fullest first: dropping the picture, then the words, shortens the address. */
function windows(channel: Channel, composed: Composed, needs: WindowNeeds): (string | null)[] {
  const { text, url, title, hashtags, picture } = composed;
  const full = { ...needs, text, url, title, hashtags, picture };
  return [full, { ...full, picture: '' }, { ...full, picture: '', hashtags: [], text: '' }].map((input) =>
    channel.window(input),
  );
}

/**
 * The address of the channel's share window. Null where it has none or the instance is missing. If the words
 * would make the address too long, the window opens without them (see `mustPaste`).
 */
export function windowFor(channel: Channel, composed: Composed, needs: WindowNeeds = {}): string | null {
  const all = windows(channel, composed, needs);
  return all.find((address) => address !== null && !tooLong(channel, address)) ?? all.at(-1) ?? null;
}

/** Whether the person has to paste, since the window does not carry the words. */
export function mustPaste(channel: Channel, composed: Composed, needs: WindowNeeds = {}): boolean {
  const [, withWords = null] = windows(channel, composed, needs);
  if (withWords === null) return false;
  return !takesText(channel) || tooLong(channel, withWords);
}

/**
 * SHA-256 of the final text in UTF-8, lowercase hex: evidence of what was shown. Needs a secure context
 * (extension pages and workers; not a content script on an http page).
 */
export const finalHash = (text: string): Promise<string> => hashOf(new TextEncoder().encode(text));

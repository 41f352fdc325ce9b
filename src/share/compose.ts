import { balanced, withoutBidi } from './bidi.ts';
import type { Channel } from './channels/channel.ts';
import { bytes } from './text-length.ts';

/** Window addresses longer than this are cut or refused by servers. */
const MAX_WINDOW = 8000;

export interface Part {
  kind: 'disclosure' | 'words' | 'link';
  text: string;
}

export interface Draft {
  channel: Channel;
  /** As it will stand; empty where there is none. */
  disclosure: string;
  words: string;
  url: string;
  title: string;
  /** Address of the post's first picture; absent where it has none. */
  picture?: string | undefined;
}

/** A share as its reader will see it. */
export interface Composed {
  /** What goes into the window: with the link where it takes text alone, without where it takes the link apart. */
  text: string;
  url: string;
  title: string;
  hashtags: readonly string[];
  picture: string;
  /** Disclosure, words and link, whatever the window takes. */
  clipboard: string;
  /** Disclosure, then words, then link; empty ones are absent. */
  parts: Part[];
  /** As the network counts what a reader sees; a link that the window takes by itself is not counted. */
  length: number;
  /** Null: no limit. */
  max: number | null;
  over: boolean;
  /** How much too long: in what `max` counts, and in bytes where the network looks at them. */
  excess: { length: number; bytes: number };
}

/** Whether the window takes the words; else they go by the clipboard. */
function takesText({ takes }: Channel): boolean {
  return takes.includes('text');
}

/** What stands for the words: on a network whose posts are titles one line, and never an empty one. */
function spoken(channel: Channel, words: string, title: string): string {
  const own = wordsOf(words);
  if (!channel.titled) return own;
  return wordsOf(own === '' ? title : own).replace(/\s+/g, ' ');
}

/** Hashtags among the words, without their mark, each once. */
function hashtagsOf(words: string): string[] {
  const found = words.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}\p{M}_]*[\p{L}_][\p{L}\p{N}\p{M}_]*)/gu);
  return [...new Set(Array.from(found, ([, tag = '']) => tag))];
}

/** Line breaks as \n; no control characters; half surrogate pairs made whole; bidi controls kept to themselves. */
function wordsOf(typed: string): string {
  const lines = typed.toWellFormed().replace(/\r\n?/g, '\n');
  return balanced(lines.replace(/[^\P{Cc}\n\t]/gu, '')).trim();
}

/** One line, without the controls by which a reworded disclosure could be made to read otherwise. */
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

/** The link is no part of the words where the window holds it by itself, or where the words are a title. */
function countsLink(channel: Channel): boolean {
  return !channel.titled && !channel.apart && (takesText(channel) || !channel.takes.includes('url'));
}

/** Disclosure, own words and link put together for one channel, in the order in which they are always read. */
export function compose({ channel, disclosure, words, url, title, picture = '' }: Draft): Composed {
  const shownWords = spoken(channel, words, title);
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

/** Windows to try, the fullest first: without the picture, then without the words, an address gets shorter. */
function windows(channel: Channel, composed: Composed, needs: WindowNeeds): (string | null)[] {
  const { text, url, title, hashtags, picture } = composed;
  const full = { ...needs, text, url, title, hashtags, picture };
  return [full, { ...full, picture: '' }, { ...full, picture: '', hashtags: [], text: '' }].map((input) =>
    channel.window(input),
  );
}

/**
 * The address of the channel's share window for a composed share. Null where it has none, or where the instance
 * is missing. Where the words would make the address too long, the window opens without them (see `mustPaste`).
 */
export function windowFor(channel: Channel, composed: Composed, needs: WindowNeeds = {}): string | null {
  const all = windows(channel, composed, needs);
  return all.find((address) => address !== null && !tooLong(channel, address)) ?? all.at(-1) ?? null;
}

/** Whether the person has to paste what is on the clipboard, since the window will not hold the words. */
export function mustPaste(channel: Channel, composed: Composed, needs: WindowNeeds = {}): boolean {
  const [, withWords = null] = windows(channel, composed, needs);
  if (withWords === null) return false;
  return !takesText(channel) || tooLong(channel, withWords);
}

/**
 * SHA-256 of the final words over UTF-8, lowercase hex: the evidence of what was shown. Needs a secure context
 * (extension pages and workers are; a content script on an http page is not).
 */
export async function finalHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

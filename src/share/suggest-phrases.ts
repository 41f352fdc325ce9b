import type { Post } from '../post/post.ts';
import type { Language } from '../team/profile.ts';
import { graphemes } from './text-length.ts';
import { replaceLinked } from './x-autolinks.ts';

const MAX_GRAPHEMES = 60;
const MAX_SUGGESTIONS = 3;
/** UTF-16 units of a post that are examined: its start says what it is about. */
const MAX_READ = 4000;
/** Pairs of quotation marks in the three languages, with quotable text between them. */
const QUOTED = [
  /「([^「」\n]+)」/gu,
  /『([^『』\n]+)』/gu,
  /“([^“”\n]+)”/gu,
  /《([^《》\n]+)》/gu,
  /"([^"\n]+)"/gu,
];
const MARKS: Record<Language, readonly [string, string]> = {
  ja: ['「', '」'],
  en: ['“', '”'],
  'zh-CN': ['“', '”'],
};

type Source = Pick<Post, 'title' | 'text'>;

/** Removes directional controls and invisible characters; joiners inside emoji and words stay. */
function readable(text: string): string {
  return text
    .slice(0, MAX_READ)
    .toWellFormed()
    .replace(/[\u200b\u200e\u200f\u061c\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu, '');
}

function sentences(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** A sentence, or the first clause of a long one. */
function short(sentence: string): string {
  if (graphemes(sentence) <= MAX_GRAPHEMES) return sentence;
  return (
    /^.+?[、，,;；:：—–](?=.)/u
      .exec(sentence)?.[0]
      .replace(/[、，,;；:：—–]$/u, '')
      .trim() ?? ''
  );
}

/** Whether a phrase is worth quoting: letters, short, no address, no list of tags or names. */
function isQuotable(text: string): boolean {
  const plain = text.replace(/[#＃@＠][\p{L}\p{N}_.@-]+/gu, '');
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  return replaceLinked(text, '') === text && graphemes(text) <= MAX_GRAPHEMES;
}

function quotedPhrases(text: string): string[] {
  return QUOTED.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, phrase = '']) => phrase.trim()));
}

function isNew(phrase: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(phrase) === index;
}

/**
 * Up to three short phrases of the post, verbatim except for invisible characters: a phrase it quotes, its
 * title, its first sentences.
 */
export function suggestions(post: Source, language: Language): string[] {
  const [title, text] = [readable(post.title).trim(), readable(post.text)];
  const first = sentences(text, language).map(short).filter(isQuotable);
  const candidates = [...quotedPhrases(text).filter(isQuotable).slice(0, 1), short(title), ...first];
  return candidates.filter(isQuotable).filter(isNew).slice(0, MAX_SUGGESTIONS);
}

/** A quoted phrase in the language's quotation marks. */
export function quoted(phrase: string, language: Language): string {
  const [open, close] = MARKS[language];
  return `${open}${phrase}${close}`;
}

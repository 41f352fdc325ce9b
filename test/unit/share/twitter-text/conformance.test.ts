import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { xWeighted } from '../../../../src/share/text-length.ts';
import { randomFrom } from '../../random.ts';
import conformance from './conformance.json' with { type: 'json' };

/** What X's own counter says. */
const counted = (text: string) => twitter.parseTweet(text).weightedLength;

describe('X counts as its own library does', () => {
  it('over the library’s conformance data', () => {
    const off = conformance.lengths.filter(([text, length]) => xWeighted(String(text)) !== length);
    expect(off).toEqual([]);
    const texts = conformance.texts.filter((text) => xWeighted(text) !== counted(text));
    expect(texts).toEqual([]);
  });

  const next = randomFrom(20_261_130);
  const one = <Value>(of: readonly Value[]): Value => of[Math.floor(next() * of.length)] as Value;
  const TOPS = 'com jp co.jp org app dev coffee cn de co tv みんな xn--q9jyb4c рф zip museum uk'.split(' ');
  const NAMES = [
    'asahi',
    'あさひ珈琲',
    'go.musubi',
    'a-b',
    'x1',
    'café',
    'a_b.shop',
    '-no',
    'long'.repeat(20),
  ];
  const PATHS = [
    '',
    '',
    '/',
    '/a',
    '/a?b=c&d=é',
    '/x_(y)',
    '/(a',
    '/日本語',
    '/a.',
    '/@me/1',
    '?q=1',
    '/a#b',
    '/路/x',
    '/a%20b!',
  ];
  const SCHEMES = ['', '', 'https://', 'http://', 'HTTPS://', 'ftp://', '//'];
  const PORTS = ['', '', '', ':8080', ':'];
  const WORDS = [
    '見て',
    'look ',
    'そして、',
    '。',
    '，',
    ' ',
    '\n',
    '(',
    ')',
    '"',
    '@me ',
    '#tag ',
    '…',
    '🍞',
    '👩‍🍳',
    '©',
    '1️⃣',
    'é',
    '한글',
    '“',
    '—',
    '/',
    '-',
    '.',
    'me@',
  ];
  const address = () => `${one(SCHEMES)}${one(NAMES)}.${one(TOPS)}${one(PORTS)}${one(PATHS)}`;
  const made = () =>
    Array.from({ length: 1 + Math.floor(next() * 9) }, () => (next() < 0.4 ? address() : one(WORDS))).join(
      '',
    );

  it('over 500 made texts, of real top-level names', () => {
    const texts = Array.from({ length: 500 }, made);
    const off = texts.filter((text) => xWeighted(text) !== counted(text));
    expect(off.map((text) => [text, xWeighted(text), counted(text)])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directiveFor,
  type Surroundings,
  withFragment,
  written,
} from '../../../../src/post/page/text-fragment.ts';

/** What is between the brackets is selected. */
function selected(marked: string): Surroundings {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return { text: marked.replace(/[[\]]/g, ''), start, end };
}
const textOf = (marked: string) => {
  const directive = directiveFor(selected(marked));
  return directive && written(directive);
};

/** Where the words that end a selection end, from a place on: a whole word, not the last sign of a longer one. */
function endAfter(
  text: string,
  pattern: string,
  after: number,
  fits: (from: number, to: number) => boolean,
): number | undefined {
  for (const { index, 1: said = '' } of text.slice(after).matchAll(new RegExp(`(?=(${pattern}))`, 'gi')))
    if (fits(after + index, after + index + said.length)) return after + index + said.length;
  return undefined;
}

/**
 * Reads a fragment as an address bar gives it and looks for its words by another way than the builder's: every
 * place where the parts can stand, by a pattern. The first is what a browser marks.
 */
function found(text: string, value: string): { start: number; end: number } | null {
  const parts = value.split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent(parts.pop()?.slice(1) ?? '') : '';
  const [start = '', end = ''] = parts.map(decodeURIComponent);
  const quoted = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = prefix ? `${quoted(prefix)}\\s*` : '';
  const edges = new Set([text.length]);
  for (const { index } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text))
    edges.add(index);
  const isFollowed = (at: number) => {
    const after = new RegExp(`\\s*${quoted(suffix)}`, 'iy');
    after.lastIndex = at;
    return after.test(text);
  };
  for (const match of text.matchAll(new RegExp(`(?=((${before})${quoted(start)}))`, 'gi'))) {
    const [, all = '', lead = ''] = match;
    const [begins, ends] = [match.index + lead.length, match.index + all.length];
    if (!edges.has(match.index) || !edges.has(begins)) continue;
    const last = end
      ? endAfter(text, quoted(end), ends, (from, to) => edges.has(from) && edges.has(to) && isFollowed(to))
      : ends;
    if (last === ends && !(edges.has(ends) && isFollowed(ends))) continue;
    if (last !== undefined) return { start: begins, end: last };
  }
  return null;
}

describe('a text fragment', () => {
  it.each([
    ['names words that stand once by themselves', 'The mill [turns slowly] at night', 'turns%20slowly'],
    ['takes whole words where a part is selected', 'The mill t[urns slow]ly at night', 'turns%20slowly'],
    ['leaves out what surrounds the words', 'He said:[ “turns slowly.”] Then', 'turns%20slowly'],
    ['names what stands beside where words recur', 'a mill, the mill, no [mill] here', 'no-,mill,-here'],
    ['also at the edge of a block', 'mill one\nmill two\n[mill] three', 'two-,mill,-three'],
    [
      'writes dash, comma and ampersand as codes',
      'x [salt-free, milk & tea] y',
      'salt%2Dfree%2C%20milk%20%26%20tea',
    ],
    ['is in Japanese too', '今週末は[神保町]で試飲できます', '%E7%A5%9E%E4%BF%9D%E7%94%BA'],
  ])('%s', (_, marked, expected) => {
    expect(textOf(marked)).toBe(expected);
  });

  it('names a long selection, and one of several blocks, by how it begins and ends', () => {
    const long = `One two three four five ${'and so on '.repeat(12)}six seven eight nine`;
    expect(textOf(`Before. [${long}] After.`)).toBe('One%20two%20three%20four,six%20seven%20eight%20nine');
    expect(textOf('Head\nthe [first line\nthe last] line')).toBe('first%20line,the%20last');
  });

  it('says nothing where there is no word, and where the words cannot be distinguished', () => {
    expect(textOf('a [ — ] b')).toBeNull();
    expect(textOf(`${'same same '.repeat(40)}[same same] ${'same same '.repeat(40)}`)).toBeNull();
  });

  it('goes behind the address, or behind the hashbang that is part of it', () => {
    const at = selected('a [mill] b');
    expect(withFragment('https://a.example/x', at)).toBe('https://a.example/x#:~:text=mill');
    expect(withFragment('https://a.example/#!/x', at)).toBe('https://a.example/#!/x:~:text=mill');
    expect(withFragment('https://a.example/x', null)).toBe('https://a.example/x');
  });

  const word = fc.oneof(
    fc.constantFrom(
      'mill',
      'Mill',
      'a',
      'the',
      'é',
      'e',
      '神保町',
      '珈琲',
      'が',
      'か',
      "don't",
      '100%',
      'x-y',
      '&',
      ',',
      '，',
      '🙂',
      'नमस्ते',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter((one) => !/\s/.test(one)),
  );
  const page = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '')), { minLength: 1, maxLength: 60 })
    .map((parts) => parts.flat().join('').trim());
  const pages = fc
    .tuple(page, fc.nat(), fc.nat())
    .filter(([text]) => text.length > 1)
    .map(([text, a, b]) => {
      const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
      return { text, start: Math.min(one, other), end: Math.max(one, other) };
    });

  it('ends at a word of its own, not in one that ends alike', () => {
    const at = { text: '!𐀀 mill 𐀀!𐀀 !! the\ne !‰!', start: 0, end: 23 };
    const directive = directiveFor(at);
    expect(directive && found(at.text, written(directive))).toEqual({ start: 1, end: 23 });
  });

  it('finds the same words again, by another search than its own', () => {
    let named = 0;
    fc.assert(
      fc.property(pages, (at) => {
        const directive = directiveFor(at);
        if (!directive) return;
        named += 1;
        const text = at.text.toWellFormed();
        const again = found(text, written(directive));
        expect(again).not.toBeNull();
        // All that was selected is in it, but for signs at its edges that are no words.
        const { start, end } = again ?? at;
        const outside = `${text.slice(at.start, Math.max(at.start, Math.min(start, at.end)))}${text.slice(Math.min(Math.max(end, at.start), at.end), at.end)}`;
        expect(
          [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(outside)].some(
            (one) => one.isWordLike,
          ),
        ).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(named).toBeGreaterThan(100);
  });

  it('never carries a bare dash, comma or ampersand of the words, nor grows beyond its limit', () => {
    fc.assert(
      fc.property(pages, (at) => {
        const directive = directiveFor(at);
        if (!directive) return;
        const value = written(directive);
        expect(value.length).toBeLessThanOrEqual(700);
        expect(value).toMatch(/^(?:[^,&-]+-,)?[^,&-]+(?:,[^,&-]+)?(?:,-[^,&-]+)?$/);
      }),
    );
  });
});

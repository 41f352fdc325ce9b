import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount } from '../../../src/post/parse-count.ts';
import { Count } from '../../../src/post/post.ts';

/** What is shown, its value, and the figure without label where that is another text. */
type Case = readonly [shown: string, value: number, figure?: string];
const cases = (all: readonly Case[]) =>
  all.map(([shown, value, figure = shown]) => ({ shown, value, figure }));

const SHORTENED: readonly Case[] = [
  ['3.8K', 3800],
  ['3,8 k', 3800],
  ['1.2M', 1_200_000],
  ['1.2m', 1_200_000],
  ['1.2B', 1_200_000_000],
  ['1.234M', 1_234_000],
  ['1,234.5K', 1_234_500],
  ['681 thousand', 681_000],
  ['681 thousand views', 681_000, '681 thousand'],
  ['4.1 mil', 4100],
  ['4,1 mil.', 4_100_000],
  ['1 mil millones', 1_000_000_000],
  ['1,2 тыс.', 1200],
  ['56 миллионов', 56_000_000],
  ['1,2 Mio.', 1_200_000],
  ['2.5万', 25_000],
  ['1,234万', 12_340_000],
  ['12億', 1_200_000_000],
  ['1.2亿', 120_000_000],
  ['1億2,345万', 123_450_000],
  ['２.５万', 25_000],
  ['6千', 6000],
  ['2.5만회', 25_000, '2.5만'],
  ['約2.5万回視聴', 25_000, '約2.5万'],
  ['10万+', 100_000],
  ['1.2w', 12_000],
  ['99+', 99],
  ['١٢٫٥ ألف', 12_500],
  ['1.2K\u200f', 1200, '1.2K'],
  ['2,5 lakh', 250_000],
];

const EXACT: readonly Case[] = [
  ['0', 0],
  ['1,234', 1234],
  ['1.234', 1234],
  ['1.234.567', 1_234_567],
  ["1'234", 1234],
  ['1\u202f234\u202f567', 1_234_567],
  ['1,23,456', 123_456],
  ['٣٤', 34],
  ['۱٬۲۳۴', 1234],
  ['१,२३,४५६', 123_456],
  ['１２３', 123],
  ['10 replies', 10, '10'],
  ['10 replies, 1 repost, 27 likes', 10, '10'],
  ['10件の返信', 10, '10'],
  ['\u2068 7 \u2069', 7, '7'],
  ['12 de aprecieri', 12, '12'],
];

const NONE = [
  '',
  ' ',
  'Vote',
  '•',
  '−5',
  '-5',
  '–5',
  '12:34',
  '50%',
  '50 %',
  '3/10',
  '3d',
  '1st',
  '2e',
  '4.5',
  '1,23',
  '12,34',
  '10 20',
  '1.2.3',
  '5 m',
  '10 ဋေ',
  '1.2ஆ',
  '12 B',
  '1,2 t',
  '3.8Kviews',
  '2024-02-18',
  '123456789012345678901',
  'K',
  '.5',
  '#1',
];

describe('a count as sites show it', () => {
  it.each(cases(SHORTENED))('$shown is $value, shortened', ({ shown, value, figure }) => {
    expect(parseCount(shown)).toEqual({ shown: figure, value, exact: false });
  });

  it.each(cases(EXACT))('$shown is exactly $value', ({ shown, value, figure }) => {
    expect(parseCount(shown)).toEqual({ shown: figure, value, exact: true });
  });

  it.each(NONE)('%j is no count', (shown) => {
    expect(parseCount(shown)).toBeNull();
  });

  const whole = fc.integer({ min: 0, max: 2_000_000_000 });
  const languages = fc.constantFrom(
    'en',
    'ja',
    'zh-CN',
    'zh-TW',
    'ko',
    'es',
    'pt',
    'fr',
    'de',
    'de-CH',
    'it',
    'nl',
    'pl',
    'ru',
    'ar-EG',
    'fa',
    'he',
    'hi',
    'en-IN',
    'mr',
    'bn',
    'my',
    'th',
    'id',
    'vi',
    'sv',
    'fi',
    'tr',
    'el',
  );

  it('reads what Intl writes in full in any language', () => {
    fc.assert(
      fc.property(whole, languages, (value, language) => {
        const shown = new Intl.NumberFormat(language).format(value);
        expect(parseCount(shown)).toMatchObject({ value, exact: true });
      }),
    );
  });

  it('reads what Intl shortens, or does not read it, and is never off by more than the shortening', () => {
    fc.assert(
      fc.property(
        // Indonesian M is the known exception: a thousand million there.
        fc.integer({ min: 0, max: 999_000_000 }),
        languages,
        fc.constantFrom('short' as const, 'long' as const),
        (value, language, compactDisplay) => {
          const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay });
          const read = parseCount(format.format(value));
          if (read) expect(Math.abs(read.value - value)).toBeLessThanOrEqual(value * 0.06);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(['en', 'ja', 'zh-CN', 'ko', 'es', 'pt', 'de', 'ru', 'nl', 'pl', 'sv', 'hi', 'th'])(
    'reads what %s shortens',
    (language) => {
      for (const value of [1200, 34_000, 560_000, 7_800_000, 90_000_000]) {
        const shown = new Intl.NumberFormat(language, { notation: 'compact' }).format(value);
        expect(parseCount(shown)?.value, shown).toBe(value);
      }
    },
  );

  it('gives only what a post can hold, whatever is shown', () => {
    const unit = fc.constantFrom('', ' ', 'K', '万', ',', '.', '+', '٣', '約', '億', ' mil', '９', '\u202f');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(unit, fc.nat().map(String))).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (shown) => {
        const read = parseCount(shown);
        if (read) expect(Count.safeParse(read).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

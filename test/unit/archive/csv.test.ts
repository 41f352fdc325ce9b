import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { sharesSheet } from '../../../src/share/csv.ts';
import { csvHead, csvLines } from '../../../src/workspace/csv.ts';
import { isoWithOffset } from '../../../src/workspace/iso-time.ts';
import { sheet } from '../../../src/workspace/sheet.ts';

const words = (key: string) => ({ csvTitle: '題名', csvAt: '日時' })[key] ?? key;
const notes = sheet({
  table: sharesSheet.table,
  title: 'archiveSheetShares',
  columns: [
    { heading: 'csvTitle', value: (row) => row.title },
    { heading: 'csvAt', kind: 'time', value: (row) => row.at },
  ],
});
const linesOf = (title: string) => csvLines(notes, [{ title, at: 0 }]);

describe('a sheet', () => {
  it('begins with the mark that makes Excel read UTF-8, and has its headings in the person’s language', () => {
    expect(csvHead(notes, words)).toBe('\ufeff題名,日時\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠A1'])(
    'lets no cell be a formula: %j',
    (title) => {
      expect(Papa.parse<string[]>(linesOf(title)).data[0]?.[0]).toBe(`'${title}`);
    },
  );

  it('gives back any text as it was, line breaks, quotes and commas too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const title = `あ${text}`;
        const [row] = Papa.parse<string[]>(linesOf(title)).data;
        expect(row?.[0]).toBe(title);
        expect(row?.[1]).toBe('');
      }),
    );
  });
});

describe('a moment in a sheet', () => {
  it('is the same moment with its offset, and to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000_000 }), (at) => {
        const shown = isoWithOffset(at);
        expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(Date.parse(shown)).toBe(Math.floor(at / 1000) * 1000);
      }),
    );
  });

  it('is empty where there is none, and where it is out of all range', () => {
    expect([0, null, 9e15, Number.NaN].map((at) => isoWithOffset(at))).toEqual(['', '', '', '']);
  });
});

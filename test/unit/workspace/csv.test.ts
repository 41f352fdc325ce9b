import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLines } from '../../../src/workspace/csv.ts';

const columns = [
  { heading: 'csvTitle' as const, value: () => 'before' },
  { heading: 'csvText' as const, value: (row: object) => ('text' in row ? String(row.text) : '') },
];
const csvOf = (text: string) => csvLines({ columns }, [{ text }]);
const cellsBy = (csv: string, delimiter: string) =>
  Papa.parse<string[]>(csv.replaceAll('\r\n', '\n'), { delimiter, newline: '\n' }).data.flat();

describe('a sheet', () => {
  it.each([
    '=1+1',
    'great;=1+1;coffee',
    'coffee\n=1+1',
    'coffee\r\n+1',
    'a;"=HYPERLINK(""http://evil.example"")"',
    'a; \t=1+1',
    'a\t@SUM(1)',
    'a|-1+1',
    'a;＝1+1',
    '"\n=1+1',
    ';;=1',
    "a;'=1+1",
    'a;\u200b=1+1',
  ])('has no cell that is a formula to whatever separator a spreadsheet is set: %j', (text) => {
    const cells = [',', ';', '\t', '|'].flatMap((delimiter) => cellsBy(csvOf(text), delimiter));
    expect(cells.filter((cell) => /^[\s"\u200b]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  it.each(['tea & rice, 1-2 cups', 'a = b; c', 'hi, @mia', 'mail@a.example', 'https://a.example/@mia?a=1'])(
    'leaves as it is what begins no cell: %j',
    (text) => {
      expect(cellsBy(csvOf(text), ',')).toContain(text);
    },
  );
});

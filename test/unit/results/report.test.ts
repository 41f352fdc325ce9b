import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../src/activity/cell.ts';
import { daysIn } from '../../../src/results/months.ts';
import { readRoom, together } from '../../../src/results/read.ts';
import { REPORT_COLUMNS, type Report, reportJson, reportLines } from '../../../src/results/report.ts';
import { teamCounts, teamDays, teamReport } from '../../../src/results/team-report.ts';
import { csvHead, csvLines } from '../../../src/workspace/csv.ts';
import { foldMonth } from './fold/fold-month.ts';
import { MEASURES } from './fold/of-hub.ts';

const DAY = 20_600;
const words = (key: string) => key;
const sums = (opened: number, clicked: number) => ({
  prepared: opened,
  opened,
  captured: 0,
  clicked,
  people: 3,
});

const rooms = () => {
  const roots: Record<string, Record<string, unknown>> = {
    days: {
      a: {
        day: DAY,
        counts: { 'opened|x|bluesky': 4, 'clicked|x|bluesky': 7, 'scanned|qr|': 2, 'bot|x|bluesky': 5 },
      },
      b: { day: DAY + 1, counts: { 'clicked|line|x': 1, 'duplicate|line|x': 3 } },
      wrong: 'nothing of the kind',
    },
    people: { ann: sums(4, 9) },
    totals: { 'g.sales': sums(3, 6), 'c.autumn': sums(2, 5), 'r.': sums(1, 1) },
    materials: { 'item-1': sums(2, 2) },
    channels: { 'i.item-1': { x: sums(2, 2) } },
  };
  return together([readRoom((root) => new Map(Object.entries(roots[root] ?? {})))]);
};
const names = {
  channelName: (id: string) => id.toUpperCase(),
  siteName: (id: string) => id,
  dayName: (day: number) => `day ${day}`,
  partName: (key: string) => (key === 'r.' ? 'others' : key.slice(2)),
  memberName: (id: string) => id,
  materialName: () => '=HYPERLINK("http://evil.example")',
};

describe('a team’s report', () => {
  const report = () => teamReport(rooms(), { from: DAY, to: DAY + 1 }, names, { name: 'Kissa', rules: 3 });

  it('adds up what the screen shows: people, scans among them, and all others apart', () => {
    expect(report().total).toEqual({ name: '', prepared: 0, opened: 4, clicked: 10 });
    expect(report().rules).toBe(3);
    expect(report().counts).toEqual({ human: 8, qr: 2, bot: 5, duplicate: 3 });
    expect(teamCounts(rooms(), DAY, DAY)).toEqual({ human: 7, qr: 2, bot: 5 });
    expect(teamDays(rooms())[0]?.counts['clicked|qr|']).toBe(2);
  });

  it('adds up to the same in every part, of whatever a month holds', () => {
    const first = Date.parse('2026-11-01T00:00:00Z') / 86_400_000;
    const cell = fc.record({
      // A time zone puts hours of a month on a day before it or behind it.
      day: fc.integer({ min: first - 1, max: first + 30 }),
      type: fc.constantFrom('prepared', 'opened', 'clicked', 'scanned'),
      channel: fc.constantFrom('x', 'line', 'bluesky'),
      site: fc.constantFrom('x', 'note', ''),
      campaign: fc.constantFrom('', 'autumn'),
      item: fc.constantFrom('', 'item-1'),
    });
    const people = ['ann', 'bob', 'cho', 'dai', 'eri', 'fay'];
    const counted = fc.record({
      member: fc.constantFrom(...people),
      cell,
      count: fc.integer({ min: 1, max: 9 }),
    });
    const placed = people.map((id, at) => ({
      id,
      group: at < 3 ? 'north' : 'south',
      region: 'kansai',
      listed: true,
    }));
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 60 }), (all) => {
        const month = foldMonth(
          all.map((one) => ({ ...one, cell: cellOf(one.cell) })),
          placed,
          MEASURES,
        );
        const roots = month as unknown as Record<string, Record<string, unknown>>;
        const results = together([readRoom((root) => new Map(Object.entries(roots[root] ?? {})))]);
        const { total, parts } = teamReport(
          results,
          daysIn('2026-11', first + 29, results.days),
          { ...names, partName: (key) => key },
          { name: '', rules: 1 },
        );
        for (const part of ['days', 'channels', 'groups', 'regions'] as const) {
          const rows = parts.find(({ id }) => id === part)?.rows ?? [];
          for (const figure of ['prepared', 'opened', 'clicked'] as const)
            expect([part, rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0)]).toEqual([
              part,
              total[figure],
            ]);
        }
      }),
    );
  });

  it('is a sheet that no program takes for a formula', () => {
    const columns = {
      columns: REPORT_COLUMNS.map(({ heading, value }) => ({
        heading,
        value: value as (row: object) => string,
      })),
    };
    const text = csvHead(columns, words) + csvLines(columns, reportLines(report(), words));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text.split('\r\n').length).toBeGreaterThan(8);
  });

  it('says of a sum how much of it another service counted', () => {
    const said = reportLines({ ...report(), imported: 4 }, words);
    expect(said.slice(0, 2)).toEqual([
      { part: 'reportTotal', name: '', prepared: 0, opened: 4, clicked: 10 },
      { part: 'reportTotal', name: 'reportImported', prepared: null, opened: null, clicked: 4 },
    ]);
    expect(reportLines(report(), words).some(({ name }) => name === 'reportImported')).toBe(false);
  });

  it('is JSON of a format with a number', () => {
    const read = JSON.parse(reportJson(report())) as { format: number; from: string } & Report;
    expect(read.format).toBe(1);
    expect(read.from).toBe(new Date(DAY * 86_400_000).toISOString().slice(0, 10));
    expect(read.parts.map(({ id }) => id)).toContain('people');
  });
});

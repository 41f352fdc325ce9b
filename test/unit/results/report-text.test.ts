import { beforeAll, describe, expect, it } from 'vitest';
import { speak, t } from '../../../src/i18n/language.ts';
import type { Report } from '../../../src/results/report.ts';
import { isWeek, reportText } from '../../../src/results/report-text.ts';

const row = (name: string, clicked: number | null, opened: number | null = null) => ({
  name,
  prepared: null,
  opened,
  clicked,
});
const report = (part: Partial<Report> = {}): Report => ({
  from: 20_780,
  to: 20_786,
  of: 'me',
  name: 'Ann',
  total: { name: '', prepared: 12, opened: 10, clicked: 48 },
  imported: 0,
  counts: {},
  rules: 2,
  parts: [
    { id: 'links', rows: [row('Autumn\nblend', 30), row('Cold brew', 0), row('Tea', 18)] },
    { id: 'channels', rows: [row('X', 40, 8)] },
  ],
  ...part,
});

describe('a week as text', () => {
  beforeAll(() => speak('en'));

  it('says of more that was opened than prepared that some was prepared before', () => {
    const total = { name: '', prepared: 112, opened: 113, clicked: null };
    expect(reportText(report({ total, parts: [] }), '', t)).toBe(
      'Ann\n113 shares were opened for posting, 112 prepared: some were prepared earlier.',
    );
  });

  it('says what came of it, and what of most, in plain lines', () => {
    expect(isWeek(report())).toBe(true);
    expect(reportText(report(), 'Nov 23 – 29, 2026', t).split('\n')).toEqual([
      'Ann · Nov 23 – 29, 2026',
      '10 of 12 prepared shares were opened for posting.',
      '48 people clicked the links.',
      '',
      expect.any(String),
      '- Autumn blend: 30',
      '- Tea: 18',
      '',
      expect.any(String),
      '- X: 40',
    ]);
  });

  it('says nothing of what nobody counts', () => {
    const total = { name: '', prepared: 0, opened: 0, clicked: null };
    expect(reportText(report({ total, parts: [], name: '' }), 'Nov', t)).toBe(
      'Nov\nNothing was shared in these days.',
    );
  });

  it.each(['en', 'ja', 'zh-CN'])(
    'says plainly that nothing was shared, and no figure of it (%s)',
    async (language) => {
      await speak(language);
      const total = { name: '', prepared: 0, opened: 0, clicked: null };
      expect(reportText(report({ total, parts: [], name: '' }), '', t)).not.toMatch(/\d/);
      expect(reportText(report({ total, parts: [], name: '' }), '', t)).toContain(t('reportNothing'));
    },
  );
});

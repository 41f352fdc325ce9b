import { describe, expect, it } from 'vitest';
import { shownDisclosure } from '../../../../src/share/disclosure/disclosure-preview.ts';

describe('the disclosure as it is shown beforehand', () => {
  it('puts channels of one wording together, in the order of the person', () => {
    const { lines } = shownDisclosure('JP', 'あさひ珈琲', 'ja', ['line', 'x', 'threads']);
    expect(lines.map(({ channels }) => channels)).toEqual([['line', 'threads'], ['x']]);
    for (const { text } of lines) expect(text).toMatch(/^【PR】.*あさひ珈琲/);
  });

  it('gives the reason of the person’s own country, whatever network comes first', () => {
    const { why, lines } = shownDisclosure('JP', 'あさひ珈琲', 'ja', ['wechat', 'line']);
    expect(why).toBe('disclosureWhyJp');
    expect(lines.map(({ text }) => text.slice(0, 2))).toEqual(['广告', '【P']);
  });

  it('has no line where the person chose no rule, and still a reason', () => {
    expect(shownDisclosure('none', 'a', 'en', ['x'])).toEqual({ why: 'disclosureWhyNone', lines: [] });
  });
});

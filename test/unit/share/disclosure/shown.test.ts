import { describe, expect, it } from 'vitest';
import { shownDisclosure } from '../../../../src/share/disclosure/shown.ts';

describe('the disclosure as it is shown beforehand', () => {
  it('puts channels of one wording together, in the order of the person', () => {
    const { lines } = shownDisclosure('JP', 'あさひ珈琲', 'ja', ['line', 'x', 'threads']);
    expect(lines.map(({ channels }) => channels)).toEqual([['line', 'threads'], ['x']]);
    for (const { text } of lines) expect(text).toMatch(/^【PR】.*あさひ珈琲/);
  });

  it('has no line where the person chose no rule, and still a reason', () => {
    expect(shownDisclosure('none', 'a', 'en', ['x'])).toEqual({ why: 'disclosureWhyNone', lines: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { LEAD_PAGES, sectionsFor, settingsTabs } from '../../../src/app/settings-list.ts';

const AUDIENCES = ['person', 'owner', 'member'] as const;
const repeated = (all: readonly unknown[]) => all.filter((one, at) => all.indexOf(one) < at);

describe('Settings', () => {
  it('has tabs of several folders, in one order, and General first', () => {
    expect(settingsTabs().map(({ id }) => id)).toEqual(['', 'sites', 'networks', 'team', 'data', 'privacy']);
    expect(repeated(settingsTabs().map(({ order }) => order))).toEqual([]);
  });

  it.each(AUDIENCES)(
    'has sections for a person as %s, in one order, each of which loads',
    async (audience) => {
      const sections = sectionsFor(audience);
      expect(sections.length).toBeGreaterThan(0);
      expect(repeated(sections.map(({ order }) => order))).toEqual([]);
      for (const section of sections) expect(await section.load()).toBeTypeOf('function');
    },
  );

  it('has pages of leading a team of other folders, each of which loads', async () => {
    expect(LEAD_PAGES.map(({ id }) => id)).toEqual(['links']);
    for (const page of LEAD_PAGES) expect(await page.load()).toBeTypeOf('function');
  });
});

import { describe, expect, it } from 'vitest';
import { LEAD_PARTS, partsFor, settingsTabs } from '../../../src/app/settings-list.ts';

const AUDIENCES = ['person', 'owner', 'member'] as const;
const repeated = (all: readonly unknown[]) => all.filter((one, at) => all.indexOf(one) < at);

describe('Settings', () => {
  it('has tabs of several folders, in one order, and General first', () => {
    expect(settingsTabs().map(({ id }) => id)).toEqual(['', 'sites', 'networks', 'team', 'data', 'privacy']);
    expect(repeated(settingsTabs().map(({ order }) => order))).toEqual([]);
  });

  it.each(AUDIENCES)('has parts for a person as %s, in one order, each of which loads', async (audience) => {
    const parts = partsFor(audience);
    expect(parts.length).toBeGreaterThan(0);
    expect(repeated(parts.map(({ order }) => order))).toEqual([]);
    for (const part of parts) expect(await part.load()).toBeTypeOf('function');
  });

  it('has pages of leading a team of other folders, each of which loads', async () => {
    expect(LEAD_PARTS.map(({ id }) => id)).toEqual(['links']);
    for (const part of LEAD_PARTS) expect(await part.load()).toBeTypeOf('function');
  });
});

import { describe, expect, it } from 'vitest';
import { mayUse, permissionStatusOf, untilOf } from '../../../../src/capture/rights/permission-status.ts';
import { RECORDED, type Recorded, type Step, USES } from '../../../../src/capture/rights/permission-step.ts';
import { refusalOf, withStep } from '../../../../src/capture/rights/record-step.ts';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const step = (type: Step['type'], part: Partial<Step> = {}): Step => ({
  id: `step-${type}`,
  type,
  at: NOW,
  on: NOW,
  words: '',
  link: '',
  uses: [],
  terms: '',
  until: null,
  ...part,
});
const grant = (part: Partial<Step> = {}) => step('granted', { words: 'どうぞ', uses: ['repost'], ...part });
const bare = { rights: 'unasked' as Recorded };

describe('recording a permission', () => {
  it('takes no grant without evidence, without what it is for, or that was over before it began', () => {
    expect(refusalOf(bare, grant({ words: ' ' }))).toBe('evidence');
    expect(refusalOf(bare, grant({ words: '', link: 'https://x.com/a/status/2' }))).toBe(null);
    expect(refusalOf(bare, grant({ uses: [] }))).toBe('uses');
    expect(refusalOf(bare, grant({ uses: [], terms: '店内の掲示だけ' }))).toBe(null);
    expect(refusalOf(bare, grant({ until: NOW - 1 }))).toBe('ended');
    expect(refusalOf(bare, grant())).toBe(null);
  });

  it('revokes only what was granted, and knows no step back to unasked', () => {
    const can = RECORDED.filter((rights) => refusalOf({ rights }, step('revoked')) === null);
    expect(can).toEqual(['granted']);
    for (const rights of RECORDED) expect(refusalOf({ rights }, step('asked'))).toBe(null);
    expect(refusalOf({ rights: 'granted' }, step('declined'))).toBe('order');
  });

  it('keeps every step, and a permission stands while more is asked', () => {
    const granted = withStep({ ...bare, permission: undefined as Step[] | undefined }, grant());
    const asked = withStep(granted, step('asked'));
    expect(asked.rights).toBe('granted');
    expect(asked.permission?.map(({ type }) => type)).toEqual(['granted', 'asked']);
    expect(refusalOf({ rights: 'asked', permission: Array(100).fill(step('asked')) }, grant())).toBe('many');
  });
});

describe('using a kept post', () => {
  it('is allowed only under a grant that names the use and has not ended', () => {
    const granted = withStep(
      { ...bare, permission: undefined as Step[] | undefined },
      grant({ until: NOW + DAY }),
    );
    expect(mayUse(granted, 'repost', NOW)).toBe(true);
    expect(mayUse(granted, 'ads', NOW)).toBe(false);
    expect(mayUse(granted, 'repost', NOW + DAY + 1)).toBe(false);
    expect(permissionStatusOf('granted', untilOf(granted), NOW + DAY + 1)).toBe('expired');
  });

  it('is locked again for every use by taking the permission back, and opened by a new one', () => {
    const granted = withStep(
      { ...bare, permission: undefined as Step[] | undefined },
      grant({ uses: [...USES] }),
    );
    const revoked = withStep(granted, step('revoked'));
    expect(USES.filter((use) => mayUse(revoked, use, NOW))).toEqual([]);
    expect(untilOf(revoked)).toBe(null);
    expect(mayUse(withStep(revoked, grant()), 'repost', NOW)).toBe(true);
  });

  it('is locked for every capture from before there were steps, unless it was granted', () => {
    expect(mayUse(bare, 'repost', NOW)).toBe(false);
    expect(permissionStatusOf('granted', untilOf({ rights: 'granted' }), NOW)).toBe('granted');
    expect(mayUse({ rights: 'granted' }, 'repost', NOW)).toBe(false);
  });
});

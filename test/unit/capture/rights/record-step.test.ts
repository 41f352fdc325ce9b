import { describe, expect, it } from 'vitest';
import { mayUse, permissionStatusOf, untilOf } from '../../../../src/capture/rights/permission-status.ts';
import {
  MAX_WORDS,
  RECORDED,
  type Recorded,
  Step,
  USES,
} from '../../../../src/capture/rights/permission-step.ts';
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

describe('a step', () => {
  it('is refused by what it lacks alone', () => {
    expect(refusalOf(bare, grant({ words: '', link: '' }))).toBe('evidence');
    expect(refusalOf(bare, grant({ words: 'どうぞ', link: 'https://x.com/a/status/2' }))).toBe(null);
    expect(refusalOf(bare, grant({ uses: ['print'], terms: '名前を添えて' }))).toBe(null);
    expect(refusalOf(bare, grant({ uses: [], terms: ' ' }))).toBe('uses');
    expect(refusalOf(bare, grant({ on: NOW, until: NOW }))).toBe(null);
    expect(refusalOf(bare, grant({ on: NOW, until: NOW + DAY }))).toBe(null);
    expect(refusalOf(bare, step('declined', { until: NOW - DAY }))).toBe(null);
  });

  it('is the hundredth at most', () => {
    const behind = (count: number) => ({
      rights: 'asked' as const,
      permission: Array(count).fill(step('asked')),
    });
    expect([refusalOf(behind(99), grant()), refusalOf(behind(100), grant())]).toEqual([null, 'many']);
  });

  it('of asking leaves every status but a grant behind it', () => {
    for (const rights of RECORDED)
      expect(withStep({ rights }, step('asked')).rights).toBe(rights === 'granted' ? 'granted' : 'asked');
    for (const type of ['granted', 'declined', 'revoked'] as const)
      expect(withStep({ rights: 'granted' }, step(type)).rights).toBe(type);
  });

  it('has bounds: words, conditions and links as long as a form takes, and an id of its own', () => {
    const fits = (part: Partial<Step>) => Step.safeParse(grant(part)).success;
    for (const [field, most] of [
      ['words', MAX_WORDS],
      ['terms', 2000],
      ['id', 60],
    ] as const)
      expect([fits({ [field]: 'x'.repeat(most) }), fits({ [field]: 'x'.repeat(most + 1) })]).toEqual([
        true,
        false,
      ]);
    const link = (length: number) => 'https://x.com/'.padEnd(length, 'x');
    expect([fits({ link: link(4000) }), fits({ link: link(4001) })]).toEqual([true, false]);
    expect([fits({ id: 'x'.repeat(8) }), fits({ id: 'x'.repeat(7) })]).toEqual([true, false]);
    expect(MAX_WORDS).toBe(8000);
  });
});

describe('using a captured post', () => {
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

  it('is allowed at the last moment of the grant, and not one later', () => {
    const granted = withStep({ ...bare, permission: undefined as Step[] | undefined }, grant({ until: NOW }));
    expect([mayUse(granted, 'repost', NOW), mayUse(granted, 'repost', NOW + 1)]).toEqual([true, false]);
  });

  it('ends with the grant alone: what was declined, revoked or asked stays so, whatever its end', () => {
    for (const recorded of RECORDED.filter((one) => one !== 'granted'))
      expect(permissionStatusOf(recorded, NOW - DAY, NOW)).toBe(recorded);
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

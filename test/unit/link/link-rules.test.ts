import { describe, expect, it } from 'vitest';
import {
  clicksExpireAt,
  LinkRules,
  linkRulesOf,
  mayName,
  USUAL_RULES,
} from '../../../src/link/link-rules.ts';
import type { Role } from '../../../src/workspace/room.ts';
import { expectRange } from '../workspace/text-bounds.ts';

const ROLES: readonly Role[] = ['admin', 'manager', 'member', 'viewer'];

describe('what a team decides of its links', () => {
  it('is by default that clicks stay for thirteen months, and targets learn where visitors come from', () => {
    expect(USUAL_RULES).toEqual({
      ...{ allow: [], block: [], labels: true, code: true, keepDays: 396 },
      ...{ perNetwork: 50, names: 'leaders', away: 'short' },
    });
    expect(LinkRules.parse(USUAL_RULES)).toEqual(USUAL_RULES);
  });

  it('is read from teams that decided before there was more to decide', () => {
    const { perNetwork: _, names: __, away: ___, ...earlier } = USUAL_RULES;
    expect(LinkRules.parse(earlier)).toEqual(USUAL_RULES);
  });

  it('is the default where a device has stored none, or what is none', () => {
    const own = { ...USUAL_RULES, labels: false };
    expect(linkRulesOf({ rules: own })).toEqual(own);
    for (const rules of [{}, null, { ...own, keepDays: 1 }])
      expect(linkRulesOf({ rules })).toEqual(USUAL_RULES);
  });

  it('has bounds', () => {
    expectRange(LinkRules, USUAL_RULES, 'keepDays', [2, 3650]);
    expectRange(LinkRules, USUAL_RULES, 'perNetwork', [1, 1_000_000]);
    for (const list of ['allow', 'block']) {
      const fits = (hosts: readonly string[]) =>
        LinkRules.safeParse({ ...USUAL_RULES, [list]: hosts }).success;
      const many = (count: number) => Array<string>(count).fill('a.example');
      expect([list, fits(many(500)), fits(many(501))]).toEqual([list, true, false]);
      const long = (length: number) => [
        `${'a.'.repeat(200)}`.slice(0, length - (length % 2) - 2).concat(length % 2 ? 'bb' : 'b'),
      ];
      expect(fits(long(253))).toBe(true);
      expect(fits(['a'.repeat(63)])).toBe(true);
      for (const host of [
        'a'.repeat(64),
        'A.example',
        'a..example',
        '-a.example',
        'a.example/',
        '',
        `${'a.'.repeat(126)}bb`,
      ])
        expect([host, fits([host])]).toEqual([host, false]);
    }
  });

  it('says from which moment a click is nowhere any more', () => {
    const hour = 490_000;
    expect(clicksExpireAt(hour, { ...USUAL_RULES, keepDays: 2 })).toBe((hour + 48) * 3_600_000);
  });
});

describe('a name for one’s link', () => {
  it.each([
    ['nobody', []],
    ['leaders', ['admin', 'manager']],
    ['members', ['admin', 'manager', 'member']],
  ] as const)('may be given where the team lets %s', (names, roles) => {
    expect(ROLES.filter((role) => mayName({ names }, role))).toEqual(roles);
  });
});

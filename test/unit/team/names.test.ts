import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, MemberName, Name, ShownName } from '../../../src/team/names.ts';

/** What is given, and what is left of it. */
const CLEANED: readonly (readonly [string, string, string])[] = [
  ['right-to-left override', 'Ann\u202egnp', 'Anngnp'],
  ['isolates', '\u2067Ann\u2069', 'Ann'],
  ['marks of direction', '\u200eAnn\u200f\u061c', 'Ann'],
  ['a space of no width', 'A\u200bnn', 'Ann'],
  ['joiners', 'A\u200cn\u200dn\u2060', 'Ann'],
  ['a soft hyphen', 'A\u00adnn', 'Ann'],
  ['a byte order mark', '\ufeffAnn', 'Ann'],
  ['fillers that are letters', 'Ann\u3164\uffa0\u115f\u1160', 'Ann'],
  ['blanks that are symbols', 'Ann\u2800\ufffc', 'Ann'],
  ['controls', 'A\u0000n\u0007n\u009f', 'Ann'],
  ['lines', 'Ann\r\n\u2028Lee', 'Ann Lee'],
  ['tags', 'Ann\u{e0041}\u{e007f}', 'Ann'],
  ['variation selectors', 'Ann\ufe0f\u{e0100}', 'Ann'],
  ['a grapheme joiner', 'A\u034fnn', 'Ann'],
  ['private use', 'Ann\ue000\u{f0000}', 'Ann'],
  ['half a pair', 'Ann\ud800', 'Ann'],
  ['wide spaces', '\u3000Ann\u2003\u00a0Lee ', 'Ann Lee'],
  ['marks before any letter', '\u0301\u0301Ann', 'Ann'],
];
const KEPT = [
  'Ann',
  '田中 あおい',
  '李小龙',
  'José',
  'Jürgen Müller',
  '阿凡提·买买提',
  'علی',
  'Ann 🌸',
  '(田中)',
];

describe('a name', () => {
  it.each(CLEANED)('carries no %s', (_, given, left) => {
    expect(cleanName(given)).toBe(left);
    expect(Name.parse(given)).toBe(left);
    expect(ShownName.parse(given)).toBe(left);
  });

  it.each(KEPT)('stays as it is: %s', (name) => expect(MemberName.parse(name)).toBe(name));

  it('has something that is seen, and no number sign of its own', () => {
    for (const empty of ['', ' ', '\u200b', '\u3164', '—', '...', '\u0301', '\u202e\u2067'])
      expect(MemberName.safeParse(empty).success).toBe(false);
    for (const sign of ['#', '＃', '﹟', '♯']) expect(MemberName.parse(`Ann ${sign}7`)).toBe('Ann 7');
    expect(ShownName.parse('\u200b')).toBe('—');
    expect(Name.safeParse('x'.repeat(81)).success).toBe(false);
  });

  it('has no heap of marks that runs over the lines beside it', () => {
    expect(cleanName(`Ann${'\u0301\u0323'.repeat(40)}`)).toMatch(/^An\p{L}\p{M}{1,4}$/u);
  });

  it('is clean once it was cleaned, whatever it was', () => {
    const points = fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 });
    fc.assert(
      fc.property(points, (codes) => {
        const given = String.fromCodePoint(...codes);
        const once = cleanName(given);
        expect(cleanName(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});

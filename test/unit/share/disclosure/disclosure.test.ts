import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS, channelOf } from '../../../../src/share/channels/index.ts';
import { checkWording, disclosureText, ruleFor } from '../../../../src/share/disclosure/disclosure.ts';
import { RULES } from '../../../../src/share/disclosure/rules.ts';
import { COUNTRIES, type Country, LANGUAGES } from '../../../../src/team/profile.ts';
import { hostile } from '../arbitrary.ts';

function wording(country: Country, text: string, channel = 'line'): string {
  const checked = checkWording(ruleFor(country, channel), text);
  return checked.ok ? 'ok' : checked.reason;
}

describe('the rules', () => {
  test('each has an id of its own that evidence can hold', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, version } of RULES) {
      expect(id).toMatch(/^[a-z-]{2,40}$/);
      expect(Number.isInteger(version) && version > 0).toBe(true);
    }
  });

  test('have another version wherever their words or patterns change, since shares hold it as evidence', () => {
    const digestOf = (rule: object) => {
      const text = JSON.stringify(rule, (_, value) => (value instanceof RegExp ? String(value) : value));
      return createHash('sha256').update(text).digest('hex').slice(0, 12);
    };
    expect(RULES.map(({ id, version, ...rule }) => [id, version, digestOf(rule)])).toEqual([
      ['jp-short', 2, '49d716d097cb'],
      ['jp', 2, '79165755b678'],
      ['us-short', 2, 'f0c29fc37713'],
      ['us', 2, 'a06c0649aed8'],
      ['uk-short', 2, '63f6d7e48e8a'],
      ['uk', 2, '4e29366af21a'],
      ['eu-short', 2, '284c430843ab'],
      ['eu', 2, 'd1ac01e77710'],
      ['cn-short', 2, '22b4db8ebd6c'],
      ['cn', 2, 'ae9674c21d21'],
      ['none', 2, '038d84a06e1d'],
    ]);
  });

  test('every country has one for every channel', () => {
    for (const country of COUNTRIES) {
      for (const { id } of [...CHANNELS, { id: 'unknown' }])
        if (channelOf(id)?.law === undefined || country === 'none')
          expect(ruleFor(country, id).country).toBe(country);
    }
  });

  test('what is posted on a network of China is marked as its law has it, which satisfies every other', () => {
    for (const { id } of CHANNELS.filter(({ law }) => law === 'CN'))
      for (const country of COUNTRIES.filter((name) => name !== 'none')) {
        expect(ruleFor(country, id).country).toBe('CN');
        for (const language of LANGUAGES)
          for (const company of ['', 'あさひ珈琲']) {
            const text = disclosureText(ruleFor(country, id), language, company);
            expect(checkWording(ruleFor(country, 'line'), text)).toEqual({ ok: true });
          }
      }
    expect(ruleFor('none', 'weibo').templates).toBeNull();
  });

  test('a country without one is an error, and goes without no other’s', () => {
    expect(() => ruleFor('XX' as Country, 'line')).toThrow(RangeError);
  });

  test('who earns and is not employed is asked for the mark of earning alone, and the other way round', () => {
    const rule = RULES.find(({ mustEarn }) => mustEarn);
    if (!rule) throw new Error('no rule has a mark of its own for earning');
    const [employed, earning] = [
      { employer: true, earns: false },
      { employer: false, earns: true },
    ];
    const works = 'I work at Asahi Coffee.';
    const earns = 'I earn a commission by this link.';
    expect(checkWording(rule, earns, earning)).toEqual({ ok: true });
    expect(checkWording(rule, works, earning).ok).toBe(false);
    expect(checkWording(rule, works, employed)).toEqual({ ok: true });
    expect(checkWording(rule, earns, employed).ok).toBe(false);
    for (const text of [works, earns])
      expect(checkWording(rule, text, { employer: true, earns: true }).ok).toBe(false);
    expect(checkWording(rule, `${works} ${earns}`, { employer: true, earns: true })).toEqual({ ok: true });
  });

  test('name channels that exist', () => {
    const ids = CHANNELS.map(({ id }) => id);
    for (const { channels } of RULES) expect(ids).toEqual(expect.arrayContaining([...(channels ?? [])]));
  });

  test('every wording of a rule passes that rule, with any company', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RULES),
        fc.constantFrom(...LANGUAGES),
        hostile,
        (rule, language, company) => {
          expect(checkWording(rule, disclosureText(rule, language, company))).toEqual({ ok: true });
        },
      ),
    );
  });

  test('the short form is short, and shorter than the long one', () => {
    for (const country of COUNTRIES.filter((name) => name !== 'none')) {
      for (const language of LANGUAGES) {
        for (const company of ['', 'あさひ珈琲']) {
          const [short, long] = ['x', 'line'].map((id) =>
            disclosureText(ruleFor(country, id), language, company),
          );
          expect(short?.length).toBeLessThanOrEqual(long?.length ?? 0);
          expect(short?.length).toBeLessThanOrEqual(40);
        }
      }
    }
    expect(ruleFor('JP', 'x').id).toBe('jp-short');
    expect(ruleFor('JP', 'bluesky').id).toBe('jp-short');
    expect(ruleFor('JP', 'facebook').id).toBe('jp');
  });
});

describe('the wording', () => {
  test.each([
    ['JP', 'line', 'ja', 'あさひ珈琲', '【PR】あさひ珈琲の社員です。'],
    ['JP', 'x', 'ja', '', '【PR】勤め先の紹介'],
    ['US', 'line', 'en', 'Acme', 'I work at Acme.'],
    ['UK', 'x', 'en', 'Acme', '#ad Acme employee'],
    ['EU', 'line', 'en', '', 'Advertising: this is about the company I work for.'],
    ['CN', 'line', 'zh-CN', '朝日咖啡', '广告｜本人是朝日咖啡的员工。'],
    ['none', 'line', 'ja', 'あさひ珈琲', ''],
  ] as const)('%s, %s, %s', (country, channel, language, company, text) => {
    expect(disclosureText(ruleFor(country, channel), language, company)).toBe(text);
  });

  test('takes a company for text and nothing else', () => {
    const rule = ruleFor('US', 'line');
    expect(disclosureText(rule, 'en', "$& $1 {company} $'")).toBe("I work at $& $1 {company} $'.");
    expect(disclosureText(rule, 'en', ' A\n\u202eB\u200b\tC ')).toBe('I work at A B C.');
    expect(disclosureText(rule, 'en', '\u200b\u2066 ')).toBe('This is about the company I work for.');
    expect(disclosureText(rule, 'en', '😀'.repeat(100))).toBe(`I work at ${'😀'.repeat(80)}.`);
  });
});

describe('a reworded disclosure', () => {
  test.each([
    ['JP', 'PR:あさひ珈琲で働いています', 'ok'],
    ['JP', '#PR あさひ珈琲社員', 'ok'],
    ['JP', '【広告】社員です', 'ok'],
    ['JP', '（宣伝）うちの店です', 'ok'],
    ['JP', 'プロモーション|自社の商品', 'ok'],
    ['JP', '【ＰＲ】社員です', 'ok'],
    ['JP', 'あさひ珈琲の社員です', 'insufficient'],
    ['JP', '#珈琲 #秋 #新作 #おいしい #PR', 'insufficient'],
    ['JP', '#spon', 'insufficient'],
    ['JP', 'おいしいです', 'marker'],
    ['JP', 'PRICE は安い', 'marker'],
    ['US', "I'm employed by Acme", 'ok'],
    ['US', '#AcmeEmployee', 'ok'],
    ['US', '#ad', 'ok'],
    ['US', 'Acme is my employer', 'ok'],
    ['US', '#spon', 'insufficient'],
    ['US', '#ee', 'insufficient'],
    ['US', '#partner', 'insufficient'],
    ['US', 'thanks to Acme', 'insufficient'],
    ['US', 'Great product', 'marker'],
    ['US', 'I made an adventure', 'marker'],
    ['UK', 'Ad: my own shop', 'ok'],
    ['UK', 'Advertisement', 'ok'],
    ['UK', 'I work at Acme', 'marker'],
    ['UK', 'Great coffee #ad', 'marker'],
    ['UK', '#coffee #autumn #ad', 'insufficient'],
    ['UK', '#gifted', 'insufficient'],
    ['UK', 'adorable', 'marker'],
    ['EU', 'Anzeige: ich arbeite bei Acme', 'ok'],
    ['EU', 'Publicité – je travaille chez Acme', 'ok'],
    ['EU', '#sp', 'insufficient'],
    ['EU', 'sponsored by Acme', 'insufficient'],
    ['CN', '【广告】我在这家公司上班', 'ok'],
    ['CN', '合作', 'insufficient'],
    ['CN', '#ad', 'insufficient'],
    ['CN', '好喝！广告', 'marker'],
    ['none', '', 'ok'],
  ] as const)('%s: %j is %s', (country, text, expected) => {
    expect(wording(country, text)).toBe(expected);
  });

  test.each(['', '   ', '\u200b\u2060', '【】', '\u202e\n'])('%j is empty', (text) => {
    expect(wording('JP', text)).toBe('empty');
  });

  test('sees through invisible characters, and is not fooled by them', () => {
    expect(wording('JP', '\u200b【P\u200dR】社員')).toBe('ok');
    expect(wording('UK', 'a\u200bdorable')).toBe('marker');
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), hostile, (rule, text) => {
        expect(typeof checkWording(rule, text).ok).toBe('boolean');
      }),
    );
  });
});

describe('a relation', () => {
  const RELATED = [
    { employer: true, earns: false },
    { employer: false, earns: true },
    { employer: true, earns: true },
  ];

  const cases = (country: Country) =>
    CHANNELS.flatMap(({ id }) =>
      LANGUAGES.flatMap((language) =>
        ['', 'Asahi'].map((company) => ({ rule: ruleFor(country, id), language, company })),
      ),
    );

  test.each(COUNTRIES.filter((one) => one !== 'none'))(
    'is worded by what is so, and passes its own rule: %s',
    (country) => {
      for (const { rule, language, company } of cases(country)) {
        const texts = RELATED.map((relation) => disclosureText(rule, language, company, relation));
        expect(new Set(texts).size, `${rule.id} ${language}`).toBe(3);
        const checked = RELATED.map((relation, at) => checkWording(rule, texts[at] ?? '', relation));
        expect(checked, texts.join(' | ')).toEqual(RELATED.map(() => ({ ok: true })));
      }
    },
  );

  test('is not worded where the person chose no rule', () => {
    for (const { rule, language, company } of cases('none'))
      expect(RELATED.map((relation) => disclosureText(rule, language, company, relation))).toEqual([
        '',
        '',
        '',
      ]);
  });

  test('of none says nothing, and asks for nothing', () => {
    const none = { employer: false, earns: false };
    for (const rule of RULES)
      for (const language of LANGUAGES) {
        expect(disclosureText(rule, language, 'Asahi', none)).toBe('');
        expect(checkWording(rule, '', none)).toEqual({ ok: true });
      }
  });

  test('of both is not covered by the word of one', () => {
    const both = { employer: true, earns: true };
    const rule = ruleFor('US', 'line');
    expect(checkWording(rule, 'I work at Asahi.', both).ok).toBe(false);
    expect(checkWording(rule, 'I work at Asahi and earn a commission.', both).ok).toBe(true);
    expect(checkWording(rule, 'I work at Asahi.', { employer: false, earns: true }).ok).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clicksOf } from '../../../../src/link/click/anonymised-clicks.ts';
import type { Click } from '../../../../src/link/click/click.ts';
import {
  clicksByHour,
  counted,
  countsOf,
  merged,
  plus,
  verdictsOf,
} from '../../../../src/link/click/count-clicks.ts';
import { HourCounter, NONE } from '../../../../src/link/click/hour-counter.ts';
import { WORDS } from '../../../../src/link/click/request-word.ts';
import { type CountingRules, NEWEST } from '../../../../src/link/click/rules.ts';

/** Clicks as a hub mints them: of each id one. Few links, hours and visitors, so that they meet. */
const clicks = fc
  .array(
    fc.record({
      link: fc.constantFrom('a', 'b'),
      hour: fc.constantFrom(1, 2),
      visitor: fc.constantFrom('', 'v1', 'v2', 'v3'),
      near: fc.constantFrom('', 'n1', 'n2'),
      word: fc.constantFrom(...WORDS, 'browser' as const, 'browser' as const, 'app' as const),
      referrer: fc.constant(''),
      device: fc.constant('phone' as const),
      own: fc.boolean(),
      qr: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((list): Click[] => list.map((click, at) => ({ ...click, id: String(at).padStart(4, '0') })));

/** Rules that an edition to come may have. */
const rules: fc.Arbitrary<CountingRules> = fc.record({
  version: fc.constant(2),
  since: fc.constant('2027-01'),
  words: fc
    .array(fc.constantFrom('person', 'bot', 'preview', 'prefetch'), {
      minLength: WORDS.length,
      maxLength: WORDS.length,
    })
    .map((list) => Object.fromEntries(WORDS.map((word, at) => [word, list[at]])) as CountingRules['words']),
  crowd: fc.integer({ min: 1, max: 3 }),
  perNetwork: fc.integer({ min: 1, max: 4 }),
});

const shuffled = clicks.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);

const click = (id: string, more: Partial<Click> = {}): Click => ({
  id,
  link: 'a',
  hour: 1,
  visitor: id,
  near: 'n',
  word: 'browser',
  referrer: '',
  device: 'phone',
  own: false,
  qr: false,
  ...more,
});
const verdicts = (list: readonly Click[], by: CountingRules = NEWEST) =>
  Object.fromEntries(
    [...verdictsOf(merged(new Map(), list), by)].map(([id, { is, why }]) => [id, `${is} ${why}`]),
  );

describe('counting clicks', () => {
  it('does not depend on the order in which they arrive', () => {
    fc.assert(
      fc.property(shuffled, rules, ([list, other], by) => {
        expect(counted(other, by)).toEqual(counted(list, by));
      }),
    );
  });

  it('counts none twice, however often it arrives', () => {
    fc.assert(
      fc.property(clicks, rules, (list, by) => {
        expect(counted([...list, ...list.toReversed()], by)).toEqual(counted(list, by));
      }),
    );
  });

  it('gives the whole where it is done in parts', () => {
    fc.assert(
      fc.property(clicks, fc.nat(60), rules, (list, cut, by) => {
        const hours = clicksByHour(list.slice(0, cut));
        for (const [key, hour] of clicksByHour(list.slice(cut)))
          hours.set(key, merged(hours.get(key) ?? new Map(), hour.values()));
        const whole = [...hours.values()].map((hour) => countsOf(hour, by)).reduce(plus, NONE);
        expect(whole).toEqual(counted(list, by));
      }),
    );
  });

  it('gives under newer rules what it would have counted under them from the first', () => {
    fc.assert(
      fc.property(clicks, rules, (list, by) => {
        const hours = clicksByHour(list);
        for (const hour of hours.values()) countsOf(hour, NEWEST);
        expect([...hours.values()].map((hour) => countsOf(hour, by)).reduce(plus, NONE)).toEqual(
          counted(list, by),
        );
      }),
    );
  });

  it('gives the same as clicks come in, and again after a restart in the middle', () => {
    fc.assert(
      fc.property(clicks, fc.nat(60), rules, (list, cut, by) => {
        const one = list.filter(({ link, hour }) => link === 'a' && hour === 1);
        const running = new HourCounter(by);
        for (const click of [...one.slice(0, cut), ...one]) running.add(click);
        expect(running.counts).toEqual(countsOf(merged(new Map(), one), by));
      }),
    );
  });

  it('gives each click one class, and together they are all', () => {
    fc.assert(
      fc.property(clicks, rules, (list, by) => {
        const sum = Object.values(counted(list, by)).reduce((a, b) => a + b, 0);
        expect(sum).toBe(list.length);
      }),
    );
  });
});

describe('a click', () => {
  it('is a person’s, the first of an hour, and the same again is not', () => {
    const again = [click('1'), click('2', { visitor: '1' }), click('3', { visitor: '1', hour: 2 })];
    expect(counted(again, NEWEST)).toEqual({ ...NONE, human: 2, duplicate: 1 });
    expect(verdicts(again.slice(0, 2))).toEqual({ 1: 'human person', 2: 'duplicate sameHour' });
  });

  it('of another link by the same person is another', () => {
    expect(counted([click('1'), click('2', { visitor: '1', link: 'b' })], NEWEST).human).toBe(2);
  });

  it('is distinguished from a scan, and one after the other by one person is one', () => {
    expect(verdicts([click('1', { qr: true }), click('2', { visitor: '1' })])).toEqual({
      1: 'qr scanned',
      2: 'duplicate sameHour',
    });
  });

  it('of one’s own is shown and not counted, and takes nobody’s place', () => {
    expect(verdicts([click('1', { own: true }), click('2', { visitor: '1' })])).toEqual({
      1: 'own own',
      2: 'human person',
    });
  });

  it('of people who may not be distinguished counts once an hour', () => {
    expect(verdicts([click('1', { visitor: '' }), click('2', { visitor: '' })])).toEqual({
      1: 'human person',
      2: 'duplicate unnamed',
    });
  });

  it('of a crowd behind one address is counted up to what an office is', () => {
    const ring = Array.from({ length: 200 }, (_, at) => click(String(at).padStart(3, '0')));
    expect(counted(ring, NEWEST)).toEqual({ ...NONE, human: 20, duplicate: 180 });
    const elsewhere = click('999', { near: 'other' });
    expect(verdicts([...ring, elsewhere])[999]).toBe('human person');
  });

  it('of a crowd of one is one a place, and of who may not be distinguished is no crowd', () => {
    const one = { ...NEWEST, crowd: 1 };
    expect(verdicts([click('1'), click('2')], one)).toEqual({ 1: 'human person', 2: 'duplicate crowd' });
    const unnamed = Array.from({ length: 40 }, (_, at) => click(String(at).padStart(3, '0'), { near: '' }));
    expect(counted(unnamed, NEWEST)).toEqual({ ...NONE, human: 40 });
  });

  it('by a machine never takes a person’s place', () => {
    expect(verdicts([click('1', { word: 'preview' }), click('2', { visitor: '1' })])).toEqual({
      1: 'preview word',
      2: 'human person',
    });
  });
});

describe('the people of an hour', () => {
  it('are counted by country and device where they are known, and machines are not', () => {
    const hour = new HourCounter(NEWEST);
    const from = (country: string, more: Partial<Click> = {}) => ({ country, ...more });
    const clicks = [from('JP'), from('CN', { device: 'desktop' }), from('JP'), from(''), {}];
    for (const [at, more] of clicks.entries()) hour.add(click(String(at), more));
    hour.add(click('9', { country: 'FR', word: 'bot' }));
    expect([...hour.countries]).toEqual([
      ['JP', 2],
      ['CN', 1],
    ]);
    expect([...hour.devices]).toEqual([
      ['phone', 4],
      ['desktop', 1],
    ]);
  });

  it('have a number each as their owner gets them, and nobody is nobody', () => {
    const { link: _, hour: __, visitor: ___, near: ____, ...rest } = click('1');
    const one = (visitor: number, near: number) => ({ ...rest, visitor, near, met: 0 });
    const [nobody, somebody] = clicksOf({ clicks: [one(0, 0), one(1, 2)] }, { link: 'a', hour: 1 });
    expect([nobody?.visitor, nobody?.near]).toEqual(['', '']);
    expect(somebody).toEqual(click('1', { visitor: '1', near: '2' }));
  });
});

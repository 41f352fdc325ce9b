import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Click } from '../../../../src/link/click/click.ts';
import { clicksByHour, counted, verdictsOf } from '../../../../src/link/click/count-clicks.ts';
import { DayNetworks, networksFrom } from '../../../../src/link/click/day-networks.ts';
import { HourCounter, NONE } from '../../../../src/link/click/hour-counter.ts';
import { type CountingRules, NEWEST, RULES, setBy } from '../../../../src/link/click/rules.ts';

const DAY = 24;

const click = (at: number, more: Partial<Click> = {}): Click => ({
  id: String(at).padStart(6, '0'),
  link: `link-${at % 7}`,
  hour: 0,
  visitor: `visitor-${at}`,
  near: `near-${at}`,
  network: 'network',
  word: 'browser',
  referrer: '',
  device: 'phone',
  own: false,
  qr: false,
  ...more,
});
const many = (n: number, more: (at: number) => Partial<Click> = () => ({})) =>
  Array.from({ length: n }, (_, at) => click(at, more(at)));
const people = (list: readonly Click[], by: CountingRules = NEWEST) => {
  const { human, qr, capped } = counted(list, by);
  return [human + qr, capped];
};

/** Few of each, so that they meet. */
const clicks = fc
  .array(
    fc.record({
      link: fc.constantFrom('a', 'b', 'c'),
      hour: fc.constantFrom(22, 23, 24, 25),
      visitor: fc.constantFrom('', 'v1', 'v2', 'v3', 'v4', 'v5'),
      network: fc.constantFrom('n1', 'n2', undefined),
      word: fc.constantFrom('browser' as const, 'app' as const, 'tool' as const),
      own: fc.boolean(),
      qr: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map(({ network, ...rest }, at) => click(at, network ? { ...rest, network } : rest)));

describe('the people of one network', () => {
  it('are at most fifty of all links of a member within a day, whatever the hour', () => {
    expect(people(many(200, (at) => ({ hour: at % DAY })))).toEqual([50, 150]);
    expect(people(many(50, (at) => ({ hour: at % DAY })))).toEqual([50, 0]);
    expect(people(many(200, (at) => ({ hour: at % DAY, qr: at % 2 === 0 })))).toEqual([50, 150]);
  });

  it('are counted anew the next day, of each network and of each member', () => {
    expect(people(many(200, (at) => ({ hour: at < 100 ? 23 : 24 })))).toEqual([100, 100]);
    expect(people(many(200, (at) => ({ network: `network-${at % 4}` })))).toEqual([200, 0]);
  });

  it('are as many as the team sets, where it raises or lowers that', () => {
    const list = many(200);
    expect(people(list, setBy(NEWEST, { perNetwork: 120 }))).toEqual([120, 80]);
    expect(people(list, setBy(NEWEST, { perNetwork: 1 }))).toEqual([1, 199]);
  });

  it('were not counted by the first edition, nor sent with clicks of its time', () => {
    const [first = NEWEST] = RULES;
    expect(people(many(200), first)).toEqual([200, 0]);
    expect(people(many(200), setBy(first, { perNetwork: 10 }))).toEqual([200, 0]);
    const old = many(200).map(({ network: _, ...rest }) => rest);
    for (const perNetwork of [50, 1]) expect(people(old, setBy(NEWEST, { perNetwork }))).toEqual([200, 0]);
    expect([new DayNetworks().met(click(1)), networksFrom(new Map()).met(click(1))]).toEqual([0, 0]);
  });

  it('are people alone: programs, repeats and own clicks take nobody’s place', () => {
    const noise = [{ word: 'tool' }, { own: true }, { word: 'preview' }] as const;
    expect(people(many(200, (at) => (at % 4 === 3 ? {} : (noise[at % 4] ?? {}))))).toEqual([50, 0]);
    expect(
      counted(
        many(300, (at) => ({ visitor: `v${at % 40}`, link: 'a' })),
        NEWEST,
      ),
    ).toEqual({
      ...NONE,
      human: 40,
      duplicate: 260,
    });
  });

  it('are listed apart with their reason, an honest neighbour too', () => {
    const list = [...many(50), click(60, { visitor: 'neighbour' }), click(61, { network: 'elsewhere' })];
    const verdicts = verdictsOf(new Map(list.map((one) => [one.id, { ...one, link: 'a' }])), NEWEST);
    expect(verdicts.get('000060')).toEqual({ is: 'capped', why: 'network' });
    expect(verdicts.get('000061')).toEqual({ is: 'human', why: 'person' });
  });

  it('are the same in whatever order their clicks arrive', () => {
    fc.assert(
      fc.property(
        clicks,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 1e6 }),
        (list, most, seed) => {
          const by = setBy(NEWEST, { perNetwork: most });
          const others = list.toSorted((a, b) => ((Number(a.id) * seed) % 97) - ((Number(b.id) * seed) % 97));
          expect(counted([...others, ...list], by)).toEqual(counted(list, by));
        },
      ),
    );
  });

  it('are never more than the bound, and each click is something once', () => {
    fc.assert(
      fc.property(clicks, fc.integer({ min: 1, max: 4 }), (list, most) => {
        const by = setBy(NEWEST, { perNetwork: most });
        for (const network of ['n1', 'n2'])
          for (const day of [0, 1]) {
            const some = list.filter((one) => one.network === network && Math.floor(one.hour / DAY) === day);
            expect(people(some, by)[0]).toBeLessThanOrEqual(most);
          }
        const counts = Object.values(counted(list, by));
        expect(counts.reduce((a, b) => a + b, 0)).toBe(list.length);
      }),
    );
  });

  it('are sent to a device with who was met before, and it counts the same', () => {
    fc.assert(
      fc.property(clicks, fc.integer({ min: 1, max: 3 }), (list, most) => {
        const by = setBy(NEWEST, { perNetwork: most });
        const [hours, days] = [new Map<string, HourCounter>(), new Map<number, DayNetworks>()];
        const met = new Map<string, number>();
        for (const one of list) {
          const day = Math.floor(one.hour / DAY);
          const networks = days.get(day) ?? new DayNetworks();
          days.set(day, networks);
          met.set(one.id, networks.met(one));
          const key = `${one.link}|${one.hour}`;
          const running = hours.get(key) ?? new HourCounter(by, networks);
          hours.set(key, running);
          running.add(one);
        }
        for (const [key, hour] of clicksByHour(list)) {
          const counts = { ...NONE };
          for (const { is } of verdictsOf(hour, by, networksFrom(met)).values()) counts[is] += 1;
          expect(counts).toEqual(hours.get(key)?.counts);
        }
      }),
    );
  });
});

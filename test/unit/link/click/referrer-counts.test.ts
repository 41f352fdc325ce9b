import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Click } from '../../../../src/link/click/click.ts';
import { HourCounter } from '../../../../src/link/click/hour-counter.ts';
import { ReferrerCounts } from '../../../../src/link/click/referrer-counts.ts';
import { NEWEST } from '../../../../src/link/click/rules.ts';

const placesOf = (hosts: readonly string[]) => {
  const places = new ReferrerCounts();
  for (const host of hosts) places.add(host);
  return places.shown();
};
const sum = (places: ReadonlyMap<string, number>) => [...places.values()].reduce((all, n) => all + n, 0);
const times = (host: string, n: number) => Array<string>(n).fill(host);
const invented = (n: number) => Array.from({ length: n }, (_, at) => `n${at}.invented.example`);

describe('where people came from', () => {
  it('is told with those that most came from, whoever came first', () => {
    const real = [...times('news.example', 3), ...times('t.co', 2)];
    for (const hosts of [
      [...invented(150), ...real],
      [...real, ...invented(150)],
    ]) {
      const shown = placesOf(hosts);
      expect([shown.get('news.example'), shown.get('t.co'), shown.get('')]).toEqual([3, 2, 112]);
      expect(shown.size).toBe(41);
    }
  });

  it('names a place of one in two hundred among any number of invented ones, in any order', () => {
    const hosts = fc.integer({ min: 0, max: 3000 }).chain((n) => {
      const real = times('real.example', Math.ceil((n + 100) / 90));
      return fc.shuffledSubarray([...invented(n), ...real], { minLength: n + real.length });
    });
    fc.assert(
      fc.property(hosts, (list) => {
        expect(placesOf(list).get('real.example')).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  it('counts everybody once, and of no place more than came', () => {
    const host = fc.oneof(
      fc.constantFrom('', 'a.example', 'constructor', '__proto__'),
      fc.integer({ max: 400, min: 0 }).map((n) => `h${n}.example`),
    );
    fc.assert(
      fc.property(fc.array(host, { maxLength: 1000 }), (hosts) => {
        const shown = placesOf(hosts);
        expect(sum(shown)).toBe(hosts.length);
        expect(shown.size).toBeLessThanOrEqual(41);
        const came = Map.groupBy(hosts, (one) => one);
        for (const [place, people] of shown)
          if (place !== '') expect(people).toBeLessThanOrEqual(came.get(place)?.length ?? 0);
      }),
    );
  });

  it('is exact where places are few', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd'), { maxLength: 300 }), (hosts) => {
        const came = new Map([...Map.groupBy(hosts, (one) => one)].map(([host, all]) => [host, all.length]));
        expect(placesOf(hosts)).toEqual(came);
      }),
    );
  });

  it('is of people alone: machines bring no place up', () => {
    const hour = new HourCounter(NEWEST);
    const click = (n: number, more: Partial<Click>): Click => ({
      id: String(n).padStart(5, '0'),
      link: 'a',
      hour: 1,
      visitor: String(n),
      near: String(n),
      word: 'tool',
      referrer: '',
      device: 'phone',
      own: false,
      qr: false,
      ...more,
    });
    for (const [n, referrer] of invented(500).entries()) hour.add(click(n, { referrer }));
    hour.add(click(600, { word: 'browser', referrer: 't.co' }));
    expect([...hour.places]).toEqual([['t.co', 1]]);
  });
});

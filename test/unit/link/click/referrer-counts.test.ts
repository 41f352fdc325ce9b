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
  it('is listed with those that most came from, whoever came first', () => {
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

  it('lists forty, those of whom most is certain, then by name', () => {
    const ties = Array.from({ length: 41 }, (_, at) => `${String.fromCharCode(65 + at)}.example`);
    expect([...placesOf(ties.toReversed()).keys()]).toEqual([...ties.slice(0, 40), '']);
    const twice = Array.from({ length: 40 }, (_, at) => `n${at}.example`).flatMap((host) => [host, host]);
    // Of two people by whom it is counted, one may have come from the place whose room it took.
    const late = placesOf([...twice, ...invented(160), 'a.example']);
    expect([late.get('a.example'), late.get('n39.example')]).toEqual([undefined, 2]);
  });

  it('is in the order of names where as many came, and as many of them are certain', () => {
    const late = [...times('z.example', 3), ...times('a.example', 3)];
    expect([...placesOf([...invented(200), ...late]).keys()].slice(0, 2)).toEqual(['a.example', 'z.example']);
  });

  it('forgets the earliest of those that fewest came from, once there are two hundred', () => {
    const late = placesOf([...invented(200), 'new.example', ...times('n199.invented.example', 3)]);
    expect(late.get('n199.invented.example')).toBe(4);
    const again = placesOf([...invented(200), 'new.example', ...times('n0.invented.example', 2)]);
    expect(again.get('n0.invented.example')).toBe(2);
    const few = placesOf([...invented(199), 'new.example', ...times('n0.invented.example', 2)]);
    expect(few.get('n0.invented.example')).toBe(3);
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

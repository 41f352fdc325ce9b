import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ID_TIMES } from '../../../src/post/id-times.ts';

/** Pairs of an id and the time that the site itself showed for it, to the precision it showed. */
const KNOWN = [
  ['x', '1759241476758733209', '2024-02-18T15:40:27'],
  ['x', '1987508451887784324', '2025-11-09T13:11:55'],
  ['x', '957383241714970624', '2018-01-27T22:42:06'],
  ['bluesky', '3mddvy5bv6k27', '2026-01-26T18:50'],
  ['bluesky', '3mcqguitjf22v', '2026-01-19T00:59'],
  ['instagram', 'CPeC-Eenc8l', '2021-05-29'],
  // The page says 15:36:28; the id is made some seconds before.
  ['tiktok', '7571863205253778710', '2025-11-12T15:36'],
] as const;

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 0, 1);

describe('the time in an id', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(KNOWN)('of %s %s is %s', (site, id, time) => {
    const read = ID_TIMES[site](id);
    expect(new Date(read ?? 0).toISOString().slice(0, time.length)).toBe(time);
  });

  it.each([
    ['x', '20'],
    ['x', '29700859247'],
    ['x', 'status'],
    ['x', ''],
    ['x', '-957383241714970624'],
    ['x', '99999999999999999999'],
    ['mastodon', '12345678'],
    ['linkedin', '1'],
    ['tiktok', '7'],
    ['instagram', 'BOG'],
    ['instagram', 'CPeC Eenc8l'],
    ['bluesky', 'zzzzzzzzzzzzz'],
    ['bluesky', '3mddvy5bv6k2'],
    ['bluesky', '3MDDVY5BV6K27'],
    ['misskey', 'zzzzzzzzzz'],
    ['misskey', '9abc'],
    ['misskey', '01H9ZP4Q0000000000000000AB'],
  ] as const)('%s %j tells none', (site, id) => {
    expect(ID_TIMES[site](id)).toBeNull();
  });

  it('is the same for a private post of Instagram, whose address goes on', () => {
    expect(ID_TIMES.instagram('CPeC-EencVlAbCdEfGhIjKlMnOpQrStUvWxYz0123456789')).toBe(
      ID_TIMES.instagram('CPeC-EencVl'),
    );
  });

  const time = fc.integer({ min: Date.UTC(2012, 0, 1), max: NOW });
  const bits = (width: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(width)) - 1n });
  const digits = (value: bigint, alphabet: string): string => {
    const base = BigInt(alphabet.length);
    const last = alphabet.charAt(Number(value % base));
    return value < base ? last : digits(value / base, alphabet) + last;
  };
  const CODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const TID = '234567abcdefghijklmnopqrstuvwxyz';

  it('comes back from an id made of it, whatever the other bits', () => {
    fc.assert(
      fc.property(time, bits(10), bits(16), bits(22), (at, clock, sixteen, rest) => {
        const ms = BigInt(at);
        expect(ID_TIMES.x(String(((ms - 1_288_834_974_657n) << 22n) | rest))).toBe(at);
        expect(ID_TIMES.linkedin(String((ms << 22n) | rest))).toBe(at);
        expect(ID_TIMES.mastodon(String((ms << 16n) | sixteen))).toBe(at);
        expect(ID_TIMES.tiktok(String(((ms / 1000n) << 32n) | rest))).toBe(Math.floor(at / 1000) * 1000);
        expect(
          ID_TIMES.instagram(digits(((ms - 1_314_220_021_721n) << 23n) | rest, CODE).padStart(11, 'A')),
        ).toBe(at);
        expect(ID_TIMES.bluesky(digits(((ms * 1000n) << 10n) | clock, TID).padStart(13, '2'))).toBe(at);
        const aid = (at - Date.UTC(2000, 0, 1)).toString(36).padStart(8, '0');
        expect(ID_TIMES.misskey(`${aid}zz`)).toBe(at);
        expect(ID_TIMES.misskey(`${aid}00010002`)).toBe(at);
      }),
    );
  });

  it('is none before 2005 and none after tomorrow', () => {
    const mastodon = (at: number) => ID_TIMES.mastodon(String(BigInt(at) << 16n));
    expect(mastodon(Date.UTC(2004, 11, 31))).toBeNull();
    expect(mastodon(Date.UTC(2005, 0, 1))).toBe(Date.UTC(2005, 0, 1));
    expect(mastodon(NOW + DAY)).toBe(NOW + DAY);
    expect(mastodon(NOW + DAY + 1)).toBeNull();
  });

  it('never throws and never tells nonsense, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(ID_TIMES)), (id, read) => {
        const at = read(id);
        if (at !== null) expect(at >= Date.UTC(2005, 0, 1) && at <= NOW + DAY).toBe(true);
      }),
    );
  });
});

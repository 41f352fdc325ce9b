import { describe, expect, it } from 'vitest';
import { isFromProxy, MissingLists, proxiesIn, sourceOf } from '../../../../src/hub/edge/client-address.ts';

/** Where a request comes from that one connection brought with these headers, behind these proxies. */
function source(
  proxies: string,
  headers: Record<string, string>,
  remoteAddress: string | undefined = '10.0.0.2',
) {
  const read = proxies === '' ? undefined : proxiesIn(proxies);
  if (read === null) throw new Error(`no proxies: ${proxies}`);
  return sourceOf({ headers, socket: { remoteAddress } }, read);
}

const list = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });

describe('where a request comes from', () => {
  it.each([
    ['nobody before it', '', list('198.51.100.1'), '10.0.0.2'],
    ['one proxy', '1', list('203.0.113.7'), '203.0.113.7'],
    ['one proxy, the rest is what anybody wrote', '1', list('1.2.3.4', '203.0.113.7'), '203.0.113.7'],
    ['two proxies', '2', list('1.2.3.4', '203.0.113.7', '10.0.0.9'), '203.0.113.7'],
    ['two proxies, one of them gone round', '2', list('203.0.113.7'), '203.0.113.7'],
    ['one proxy that says nothing', '1', {}, '10.0.0.2'],
    ['with a port', '1', list('203.0.113.7:17085'), '203.0.113.7'],
    ['in brackets', '1', list('[2001:db8::1]:443'), '2001:db8::1'],
    ['mapped', '1', list('::ffff:203.0.113.7'), '203.0.113.7'],
    ['what it does not know', '1', list('203.0.113.7', 'unknown'), '10.0.0.2'],
    ['what it hides', '1', list('203.0.113.7', '_x7f'), '10.0.0.2'],
    ['what the second of two hides', '2', list('unknown', '10.0.0.9'), '10.0.0.9'],
    ['an end without a value', '1', list('203.0.113.7', ''), '203.0.113.7'],
    ['proxies by range', '10.0.0.0/8', list('1.2.3.4', '203.0.113.7', '10.1.1.1'), '203.0.113.7'],
    ['a stranger who says to be a proxy', '192.168.0.0/16', list('203.0.113.7'), '10.0.0.2'],
    ['nothing but proxies', '10.0.0.0/8', list('10.0.0.4', '10.0.0.3'), '10.0.0.4'],
    ['a proxy by its own number', '10.0.0.2 ::1', list('203.0.113.7'), '203.0.113.7'],
    ['a mapped range', '::ffff:10.0.0.0/104', list('203.0.113.7'), '203.0.113.7'],
    ['Forwarded', '1', { forwarded: 'for=203.0.113.7;proto=https;by=10.0.0.2' }, '203.0.113.7'],
    ['Forwarded in quotes', '1', { forwarded: 'For="[2001:db8:cafe::17]:4711"' }, '2001:db8:cafe::17'],
    [
      'Forwarded of two',
      '2',
      { forwarded: 'for=203.0.113.7, for=10.0.0.9;by="_a,b;for=9.9.9.9"' },
      '203.0.113.7',
    ],
    ['Forwarded of nobody', '1', { forwarded: 'for=203.0.113.7, proto=https' }, '10.0.0.2'],
    ['Forwarded unknown', '1', { forwarded: 'for=unknown' }, '10.0.0.2'],
    [
      'both lists that differ, of which anybody may have written either',
      '1',
      { ...list('203.0.113.7'), forwarded: 'for=1.2.3.4' },
      '10.0.0.2',
    ],
    [
      'both lists that agree',
      '1',
      { ...list('9.9.9.9', '203.0.113.7'), forwarded: 'for="203.0.113.7:80"' },
      '203.0.113.7',
    ],
    ['Forwarded behind open quotes', '1', { forwarded: 'for=9.1.1.1;x=", for=203.0.113.7' }, '203.0.113.7'],
    ['Forwarded behind an open value', '1', { forwarded: 'for="9.1.1.1, for=203.0.113.7' }, '203.0.113.7'],
    [
      'Forwarded behind an escaped quote',
      '1',
      { forwarded: 'x="\\", for=203.0.113.7;by="a\\",b"' },
      '203.0.113.7',
    ],
    [
      'Forwarded of two behind open quotes',
      '2',
      { forwarded: 'x=", for=203.0.113.7, for=10.0.0.9' },
      '203.0.113.7',
    ],
    ['Forwarded without an end of its quotes', '1', { forwarded: 'for="203.0.113.7' }, '10.0.0.2'],
  ])('behind %s', (_, proxies, headers, address) => {
    expect(source(proxies, headers)).toBe(address);
  });

  it.each([
    ['X-Forwarded-For', list('203.0.113.7'), { ...list('203.0.113.7'), forwarded: 'for=1.2.3.4' }],
    ['Forwarded', { forwarded: 'for=203.0.113.7' }, { ...list('1.2.3.4'), forwarded: 'for=203.0.113.7' }],
  ])('is what a proxy that writes %s adds, whatever anybody sends beside it', (_, honest, forged) => {
    const [proxies, missing] = [proxiesIn('1') ?? undefined, new MissingLists()];
    const of = (headers: Record<string, string>) =>
      sourceOf({ headers, socket: { remoteAddress: '10.0.0.2' } }, proxies, missing);
    expect([of(honest), of(forged)]).toEqual(['203.0.113.7', '203.0.113.7']);
  });

  it('is the proxy where some of them write the one list and some the other, and they differ', () => {
    const [proxies, missing] = [proxiesIn('1') ?? undefined, new MissingLists()];
    const of = (headers: Record<string, string>) =>
      sourceOf({ headers, socket: { remoteAddress: '10.0.0.2' } }, proxies, missing);
    of(list('203.0.113.7'));
    of({ forwarded: 'for=203.0.113.8' });
    expect(of({ ...list('203.0.113.7'), forwarded: 'for=1.2.3.4' })).toBe('10.0.0.2');
  });

  it('is a socket of this machine’s proxy without a number', () => {
    expect(sourceOf({ headers: list('203.0.113.7'), socket: {} }, proxiesIn('10.0.0.0/8') ?? undefined)).toBe(
      '203.0.113.7',
    );
    expect(sourceOf({ headers: {}, socket: {} }, undefined)).toBe('');
  });

  it('is read from the end of a list however long it is', () => {
    const long = Array.from({ length: 50_000 }, (_, n) => `10.9.${n % 250}.1`);
    expect(source('1', list(...long, '203.0.113.7'))).toBe('203.0.113.7');
    expect(source('1', { forwarded: `${'for=1.2.3.4,'.repeat(50_000)}for=203.0.113.7` })).toBe('203.0.113.7');
  });
});

describe('a setting of proxies', () => {
  it.each(['x', '-1', '33', '10.0.0.0/33', '10.0.0.0/8/8', '::/129', 'fe80::/x', '10.0.0', ','])(
    'is refused: %s',
    (text) => {
      expect(proxiesIn(text)).toBeNull();
    },
  );

  it('says whose connections everybody shares', () => {
    const proxies = proxiesIn('10.0.0.0/8, 2001:db8::/32') ?? undefined;
    expect(isFromProxy('::ffff:10.2.3.4', proxies)).toBe(true);
    expect(isFromProxy('2001:db8:9::1', proxies)).toBe(true);
    expect(isFromProxy('203.0.113.7', proxies)).toBe(false);
    expect(isFromProxy('10.2.3.4', undefined)).toBe(false);
  });
});

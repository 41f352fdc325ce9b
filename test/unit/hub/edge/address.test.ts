import { describe, expect, it } from 'vitest';
import { addressIn, forwardedAddress, networkOf, numberOf } from '../../../../src/hub/edge/address.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:DB8:1:2::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['203.000.113.007', '203.0.113.7', '203.0.113'],
    ['::ffff:cb00:7107', '203.0.113.7', '203.0.113'],
    ['::FFFF:203.000.113.007', '203.0.113.7', '203.0.113'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
    ['::ffff:0:203.0.113.7', '203.0.113.7', '203.0.113'],
    ['64:ff9b::203.0.113.7', '203.0.113.7', '203.0.113'],
    ['203.0.113.256', '', ''],
    ['203.0.113', '', ''],
    ['0xcb.0.113.7', '', ''],
    ['3405803783', '', ''],
    ['2001:db8::1::2', '', ''],
    ['1'.repeat(100_000), '', ''],
    ['nonsense', '', ''],
    ['', '', ''],
  ])('%s is %s, near %s', (address, own, near) => {
    expect(networkOf(address)).toEqual({ own, near });
  });
});

describe('an address as a proxy writes it', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:17085', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['"203.0.113.7:17085"', '203.0.113.7'],
    ['203.000.113.007:80', '203.0.113.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['"[2001:db8:cafe::17]:4711"', '2001:db8:cafe::17'],
    ['"[2001:db8:cafe::17]:_secret"', '2001:db8:cafe::17'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:db8:1:2:3:4:5:6:443', '2001:db8:1:2:3:4:5:6'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', ''],
    ['_hidden', ''],
    ['"_SEVKISEK"', ''],
    ['unknown:4711', ''],
    ['go.example.com', ''],
    ['[2001:db8::1', ''],
    ['203.0.113.7:80:80', ''],
    ['__proto__', ''],
    ['', ''],
    ['"', ''],
  ])('%j is %j', (written, address) => {
    expect(forwardedAddress(written)?.toString() ?? '').toBe(address);
  });

  it('is none where it is longer than any', () => {
    expect(forwardedAddress(`${'1'.repeat(200)}.2.3.4`)).toBeNull();
    expect(addressIn(`::${'0'.repeat(200)}`)).toBeNull();
  });
});

describe('an address as a number', () => {
  it('has its place in one order, whichever family it is of', () => {
    expect(numberOf('0.0.0.1')).toBe((0xffffn << 32n) + 1n);
    expect(numberOf('::ffff:0.0.0.1')).toBe(numberOf('0.0.0.1'));
    expect(numberOf('2001:db8::')).toBe(0x20010db8n << 96n);
    expect(numberOf('x')).toBeNull();
  });
});

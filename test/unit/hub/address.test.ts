import { describe, expect, it } from 'vitest';
import { prefixOf } from '../../../src/hub/links/visitors.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
    ['2001:DB8:1:2::9', '2001:db8:1:2', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
    ['::1', '0:0:0:0', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
    ['nonsense', '', ''],
    ['', '', ''],
  ])('%s is %s, near %s', (address, own, near) => {
    expect(prefixOf(address)).toEqual({ own, near });
  });
});

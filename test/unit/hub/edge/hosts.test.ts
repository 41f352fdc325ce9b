import { describe, expect, it } from 'vitest';
import { canonicalHost, hostIn, hostsOf, namesOf, targetOf } from '../../../../src/hub/edge/hosts.ts';

describe('a Host header', () => {
  it.each([
    ['go.example.com', 'go.example.com'],
    ['go.example.com:443', 'go.example.com'],
    ['Go.Example.COM', 'go.example.com'],
    ['go.example.com.', 'go.example.com'],
    ['Go.Example.COM.:8443', 'go.example.com'],
    ['go.example.com:', 'go.example.com'],
    ['musubi_hub:8787', 'musubi_hub'],
    ['[::1]:8787', '[::1]'],
    ['[2001:DB8::1]', '[2001:db8::1]'],
    ['127.0.0.1:8787', '127.0.0.1'],
    ['', ''],
    [':80', ''],
    ['a b', ''],
    ['evil.example/go.example.com', ''],
    ['user@go.example.com', ''],
    ['go.example.com, evil.example', ''],
    ['go.example.com:80:80', ''],
    [`${'a'.repeat(400)}.example`, ''],
    ['-.-', ''],
  ])('%j names %j', (header, name) => {
    expect(hostIn(header)).toBe(name);
  });

  it('is written anew with its port', () => {
    expect(canonicalHost('Go.Example.COM.:8443')).toBe('go.example.com:8443');
    expect(canonicalHost('a b')).toBe('a b');
  });
});

describe('the hosts that no link leads to', () => {
  it('are those of its addresses, with and without a dot at their end, its further names, and this machine', () => {
    const hosts = hostsOf(['https://Hub.Example.:8443', 'https://go.example.'], ['links.example'], 8787);
    expect([...hosts].slice(0, 3)).toEqual(['hub.example:8443', 'go.example', 'links.example']);
    expect([...hosts].slice(3)).toEqual(['localhost:8787', '127.0.0.1:8787', '[::1]:8787']);
  });
});

describe('the names of a hub', () => {
  it('are those of its addresses, of its proxies, and of this machine', () => {
    const names = namesOf(['https://Hub.Example:8443', 'https://日本.example'], ['musubi_hub']);
    expect([...names]).toEqual([
      'hub.example',
      'xn--wgv71a.example',
      'musubi_hub',
      'localhost',
      '127.0.0.1',
      '[::1]',
    ]);
  });
});

describe('a request line', () => {
  it.each([
    ['/a?b', null, '/a?b'],
    ['//a', null, '/a'],
    ['///a//b', null, '/a//b'],
    ['http://h.example/a', 'h.example', '/a'],
    ['HTTPS://h.example//a', 'h.example', '/a'],
    ['http://h.example', 'h.example', ''],
    ['*', null, '*'],
    ['', null, ''],
  ])('%j asks %j for %j', (url, host, path) => {
    expect(targetOf(url)).toEqual({ host, path });
  });
});

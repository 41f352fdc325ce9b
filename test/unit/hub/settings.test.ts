import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP, SettingError, settingsFrom } from '../../../src/hub/settings.ts';
import { dayIn } from '../../../src/hub/zone.ts';

describe('where a hub’s links lead from', () => {
  it.each([
    ['a hub that others reach', { MUSUBI_ADDRESS: 'https://hub.kissa.example' }, 'https://hub.kissa.example'],
    [
      'a short domain of its own',
      { MUSUBI_ADDRESS: 'https://hub.kissa.example', MUSUBI_LINKS: 'https://kis.sa/' },
      'https://kis.sa',
    ],
    [
      'one that is set to make none',
      { MUSUBI_ADDRESS: 'https://hub.kissa.example', MUSUBI_LINKS: 'off' },
      '',
    ],
    ['a hub of this machine alone', {}, 'http://localhost:8787'],
    ['a hub on another port of it', { MUSUBI_PORT: '9000' }, 'http://localhost:9000'],
    [
      'a hub of this machine that is set to',
      { MUSUBI_LINKS: 'http://localhost:8787' },
      'http://localhost:8787',
    ],
  ])('%s', (_, env, links) => {
    expect(settingsFrom(env).links).toBe(links);
  });

  it.each(['kis.sa', 'https://kis.sa/path', 'ftp://kis.sa', 'javascript:alert(1)'])(
    'is refused by name where it is no such address: %s',
    (given) => {
      expect(() => settingsFrom({ MUSUBI_LINKS: given })).toThrow(SettingError);
      expect(() => settingsFrom({ MUSUBI_LINKS: given })).toThrow(/MUSUBI_LINKS/);
    },
  );
});

describe('the settings of a hub', () => {
  it('that are empty are as good as not set', () => {
    const names = [
      'HOST',
      'PORT',
      'FOLDER',
      'ADDRESS',
      'LINKS',
      'ZONE',
      'COUNTRIES',
      'PROXY',
      'NAMES',
      'WRITTEN',
      'WEB',
    ];
    const none = settingsFrom({});
    for (const empty of ['', ' ', '\t'])
      expect(settingsFrom(Object.fromEntries(names.map((name) => [`MUSUBI_${name}`, empty])))).toEqual(none);
    expect(none.proxies).toBeUndefined();
    expect(settingsFrom({ MUSUBI_PROXY: '0' }).proxies).toBeUndefined();
    expect(settingsFrom({ MUSUBI_PROXY: '1' }).proxies).toEqual({ hops: 1 });
    expect([none.roomBytes, settingsFrom({ MUSUBI_WRITTEN: '300' }).roomBytes]).toEqual([
      undefined,
      300 << 20,
    ]);
    expect(settingsFrom({ MUSUBI_NAMES: 'Hub:8787, musubi_hub' }).names).toEqual(['hub', 'musubi_hub']);
  });

  it.each([
    ['MUSUBI_ADDRESS', 'https://example.com/musubi', /without a path/],
    ['MUSUBI_ADDRESS', 'https://example.com/?x', /without a path/],
    ['MUSUBI_ADDRESS', 'https://example.com/#x', /without a path/],
    ['MUSUBI_ADDRESS', 'https://me:pw@example.com', /http or https/],
    ['MUSUBI_ADDRESS', 'hub.example.com', /http or https/],
    ['MUSUBI_LINKS', 'https://kis.sa/go', /without a path/],
    ['MUSUBI_PORT', '8787x', /0 to 65535/],
    ['MUSUBI_PORT', '65536', /0 to 65535/],
    ['MUSUBI_PROXY', 'yes', /number of proxies/],
    ['MUSUBI_PROXY', '10.0.0.0/99', /number of proxies/],
    ['MUSUBI_NAMES', 'a/b', /names of hosts/],
    ['MUSUBI_WRITTEN', '0', /megabytes/],
    ['MUSUBI_WRITTEN', '1e3', /megabytes/],
  ])('is refused by name: %s=%s', (name, value, words) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(SettingError);
    expect(() => settingsFrom({ [name]: value })).toThrow(words);
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });

  it('has an address as browsers write it', () => {
    expect(settingsFrom({ MUSUBI_ADDRESS: ' https://Hub.Example.com:443// ' }).address).toBe(
      'https://hub.example.com',
    );
  });
});

describe('a team’s days', () => {
  it('are those of its time zone, and a zone that nobody knows is refused', () => {
    expect(settingsFrom({ MUSUBI_ZONE: 'Asia/Tokyo' }).zone).toBe('Asia/Tokyo');
    expect(() => settingsFrom({ MUSUBI_ZONE: 'Mars/Olympus' })).toThrow(/MUSUBI_ZONE/);
  });

  it.each([
    ['Asia/Tokyo', '2026-11-29T15:00Z', '2026-11-30'],
    ['Asia/Tokyo', '2026-11-29T14:00Z', '2026-11-29'],
    ['America/New_York', '2026-03-08T04:00Z', '2026-03-07'],
    ['America/New_York', '2026-03-09T04:00Z', '2026-03-09'],
    ['UTC', '2026-11-29T23:00Z', '2026-11-29'],
  ])('%s has %s on %s', (zone, at, day) => {
    const hour = Date.parse(at) / 3_600_000;
    expect(dayIn(zone)(hour)).toBe(Date.parse(`${day}T00:00Z`) / 86_400_000);
  });
});

describe('what a hub reads of its environment', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const source = readdirSync(join(root, 'src/hub'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src/hub', name), 'utf8'))
    .join('\n');
  const names = [...new Set(source.match(/\bMUSUBI_[A-Z]+/g))];

  it.each(names)('%s stands in the README and in its help', (name) => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`\`${name}\``);
    expect(HELP).toContain(`  ${name} `);
  });

  it('is set by nothing else', () => {
    const told = readFileSync(join(root, 'README.md'), 'utf8').match(/\bMUSUBI_[A-Z]+/g) ?? [];
    expect(
      [...told, ...(HELP.match(/\bMUSUBI_[A-Z]+/g) ?? [])].filter((name) => !names.includes(name)),
    ).toEqual([]);
    expect(source.match(/process\.env\.(?!MUSUBI_)\w+/g) ?? []).toEqual([]);
  });
});

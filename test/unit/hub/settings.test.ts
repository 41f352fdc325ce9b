import { describe, expect, it } from 'vitest';
import { SettingError, settingsFrom } from '../../../src/hub/settings.ts';
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
      'one that is told to make none',
      { MUSUBI_ADDRESS: 'https://hub.kissa.example', MUSUBI_LINKS: 'off' },
      '',
    ],
    ['a hub of this machine alone', {}, 'http://localhost:8787'],
    ['a hub on another port of it', { MUSUBI_PORT: '9000' }, 'http://localhost:9000'],
    [
      'a hub of this machine that is told to',
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

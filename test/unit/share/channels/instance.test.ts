import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseInstance } from '../../../../src/share/channels/instance.ts';
import { anyText, host } from '../arbitrary.ts';

test.each([
  ['https://Mastodon.Social/@me', 'mastodon.social'],
  ['mastodon.social', 'mastodon.social'],
  ['  MSTDN.jp/ ', 'mstdn.jp'],
  ['http://pawoo.net', 'pawoo.net'],
  ['@me@mastodon.social', 'mastodon.social'],
  ['me@mastodon.social', 'mastodon.social'],
  ['https://mastodon.social:443/web/home', 'mastodon.social'],
  ['まずと.example', 'xn--98j2a2d.example'],
  ['a.b-c.example', 'a.b-c.example'],
])('%j is the instance %j', (typed, host) => {
  expect(normaliseInstance(typed)).toBe(host);
});

test.each([
  '',
  ' ',
  'mastodon',
  'localhost',
  'localhost:3000',
  'mastodon.social:8443',
  '127.0.0.1',
  '[::1]',
  '2130706433',
  'javascript:alert(1)',
  'ftp://mastodon.social',
  'https://me:secret@mastodon.social',
  'mastodon social',
  'mastodon..social',
  '-a.example',
  '@me',
  'https://',
  'a.1',
])('%j is none', (typed) => {
  expect(normaliseInstance(typed)).toBeNull();
});

test('a host, or null; and a host stays itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        host,
        host.map((name) => `https://${name}/@me`),
      ),
      (typed) => {
        const host = normaliseInstance(typed);
        if (host === null) return;
        expect(new URL(`https://${host}/share`).hostname).toBe(host);
        expect(normaliseInstance(host)).toBe(host);
      },
    ),
  );
});

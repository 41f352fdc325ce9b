import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { email } from '../../../src/share/channels/email.ts';
import { CHANNELS } from '../../../src/share/channels/index.ts';
import { linkedin } from '../../../src/share/channels/linkedin.ts';
import { qr } from '../../../src/share/channels/qr.ts';
import { x } from '../../../src/share/channels/x.ts';
import { cleanTarget, type Tracking, trackedLink } from '../../../src/share/link.ts';
import { slug } from '../../../src/share/slug.ts';
import { untracked } from '../../../src/share/strip-tracking.ts';
import { newCode } from '../../../src/share/tracking-code.ts';
import { anyText, base, fragment, ownPairs, target } from './arbitrary.ts';

const CODE = newCode((bytes) => bytes.set([1, 12, 3, 24, 5, 16, 7]));
const OTHER = newCode((bytes) => bytes.set([31, 2, 13, 4, 25, 6, 17]));

function link(address: string, more: Partial<Tracking> = {}): string {
  const made = trackedLink({
    target: address,
    channel: x,
    campaign: 'spring',
    content: 'a1',
    code: CODE,
    ...more,
  });
  return made.ok ? made.url : made.reason;
}
function clean(address: string): string {
  const made = cleanTarget(address);
  return made.ok ? made.url : made.reason;
}
const OURS = `utm_source=x&utm_medium=social&utm_campaign=spring&utm_content=a1&ref=${CODE}`;

describe('a tracked link', () => {
  test.each([
    ['https://a.example', `https://a.example/?${OURS}`],
    ['https://a.example/p?', `https://a.example/p?${OURS}`],
    ['https://a.example/p#top', `https://a.example/p?${OURS}#top`],
    ['https://a.example/p?b=2&a=1#/r?x=y', `https://a.example/p?b=2&a=1&${OURS}#/r?x=y`],
    ['https://a.example/?q=a%20b+c&q=%zz&e', `https://a.example/?q=a%20b+c&q=%zz&e&${OURS}`],
    ["https://a.example/?q=it's(1)*!~", `https://a.example/?q=it's(1)*!~&${OURS}`],
    ['https://a.example/?a=1&&b=2&', `https://a.example/?a=1&b=2&${OURS}`],
    ['  https://a.example/\n', `https://a.example/?${OURS}`],
    ['HTTPS://A.Example:443/P', `https://a.example/P?${OURS}`],
    [
      'https://日本語.example/お?q=値#節',
      `https://xn--wgv71a119e.example/%E3%81%8A?q=%E5%80%A4&${OURS}#%E7%AF%80`,
    ],
    ['https://user:secret@a.example/', `https://a.example/?${OURS}`],
    ['https://a.example/?q=<b>"x"', `https://a.example/?q=%3Cb%3E%22x%22&${OURS}`],
    ['https://a.example/?q=\ud800', `https://a.example/?q=%EF%BF%BD&${OURS}`],
  ])('of %j', (from, to) => {
    expect(link(from)).toBe(to);
  });

  test.each([
    [
      'https://a.example/?utm_source=letter',
      `utm_source=letter&utm_medium=social&utm_campaign=spring&utm_content=a1&ref=${CODE}`,
    ],
    [
      'https://a.example/?UTM_Medium=cpc',
      `UTM_Medium=cpc&utm_source=x&utm_campaign=spring&utm_content=a1&ref=${CODE}`,
    ],
    ['https://a.example/?ref=main', `ref=main&${OURS.replace('ref=', 'musubi_ref=')}`],
    ['https://a.example/?ref=', `ref=&${OURS.replace('ref=', 'musubi_ref=')}`],
    ['https://a.example/?ref=newsfeed', `ref=newsfeed&${OURS.replace('ref=', 'musubi_ref=')}`],
    ['https://a.example/?ref=20261124', `ref=20261124&${OURS.replace('ref=', 'musubi_ref=')}`],
    [`https://a.example/?ref=${OTHER}&b=1`, `b=1&${OURS}`],
    [`https://a.example/?ref=main&musubi_ref=${OTHER}`, `ref=main&${OURS.replace('ref=', 'musubi_ref=')}`],
    ['https://a.example/?fbclid=1&b=2&gclid=3&igshid=4&mc_eid=5', `b=2&${OURS}`],
    ['https://a.example/?%66bclid=1&FbClid=2', OURS],
    [
      'https://a.example/?pk_campaign=p&mbid=m&ncid=n&s=1&t=2&id=3',
      `pk_campaign=p&mbid=m&ncid=n&s=1&t=2&id=3&${OURS}`,
    ],
  ])('keeps what is not ours in %j', (from, query) => {
    expect(link(from)).toBe(`https://a.example/?${query}`);
  });

  test.each([
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['mailto:a@b.example', 'scheme'],
    ['blob:https://a.example/1', 'scheme'],
    [' java\nscript:alert(1)', 'scheme'],
    ['', 'invalid'],
    ['/path', 'invalid'],
    ['https://', 'invalid'],
    ['https://a b.example/', 'invalid'],
    [`https://a.example/${'p'.repeat(1800)}`, 'too-long'],
  ])('refuses %j', (from, reason) => {
    expect(link(from)).toBe(reason);
  });

  test('is at most 1,800 characters, 1,024 for LinkedIn', () => {
    const room = 1800 - link('https://a.example/').length;
    expect(link(`https://a.example/${'p'.repeat(room)}`)).toHaveLength(1800);
    expect(link(`https://a.example/${'p'.repeat(room + 1)}`)).toBe('too-long');
    expect(link(`https://a.example/${'p'.repeat(950)}`, { channel: linkedin })).toBe('too-long');
    // Non-ASCII counts as it is sent.
    expect(link(`https://a.example/${'あ'.repeat(220)}`)).toBe('too-long');
  });

  test('says email and qr where that is true', () => {
    expect(link('https://a.example', { channel: email })).toContain('utm_source=email&utm_medium=email');
    expect(link('https://a.example', { channel: qr })).toContain('utm_source=qr&utm_medium=qr');
  });

  test('leaves out what is absent', () => {
    const bare = trackedLink({ target: 'https://a.example', channel: x, code: '' });
    expect(bare).toEqual({ ok: true, url: 'https://a.example/?utm_source=x&utm_medium=social' });
  });
});

describe('laws of a tracked link', () => {
  const channel = fc.constantFrom(...CHANNELS);

  test('twice is once', () => {
    fc.assert(
      fc.property(target, channel, fc.string(), (address, to, campaign) => {
        const once = link(address, { channel: to, campaign });
        expect(link(once, { channel: to, campaign })).toBe(once);
      }),
    );
  });

  test('a colleague who shares it on puts their code in place of the first', () => {
    fc.assert(
      fc.property(target, (address) => {
        expect(link(link(address, { code: OTHER }))).toBe(link(address));
      }),
    );
  });

  test('parameters of the target survive in order, as spelled', () => {
    fc.assert(
      fc.property(base, ownPairs, fragment, (front, query, end) => {
        const made = link(`${front}?${query.join('&')}${end}`);
        const ascii = query.map((pair) => pair.replace('日本', '%E6%97%A5%E6%9C%AC'));
        expect(made).toContain(`?${[...ascii, OURS].join('&')}`);
      }),
    );
  });

  test('no name of ours stands twice, and the fragment is last', () => {
    fc.assert(
      fc.property(target, (address) => {
        const url = new URL(link(address));
        const before = new URL(clean(address));
        for (const name of ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'ref']) {
          const kept = before.searchParams.getAll(name).length;
          expect(url.searchParams.getAll(name)).toHaveLength(Math.max(1, kept));
        }
        expect(url.hash).toBe(before.hash);
        expect(url.href.endsWith(before.hash)).toBe(true);
      }),
    );
  });

  test('taking ours out again gives the cleaned target', () => {
    fc.assert(
      fc.property(base, ownPairs, fragment, channel, (front, query, end, to) => {
        const address = `${front}?${query.join('&')}${end}`;
        expect(untracked(link(address, { channel: to }))).toBe(clean(address));
      }),
    );
  });

  test('is ASCII, http(s), and cleaning is done once', () => {
    fc.assert(
      fc.property(target, (address) => {
        expect(link(address)).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
        expect(clean(clean(address))).toBe(clean(address));
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (address, name) => {
        expect(typeof link(address, { campaign: name })).toBe('string');
        expect(typeof link(`https://a.example/?${address}`, { content: name })).toBe('string');
      }),
    );
  });
});

describe('an address that Musubi labelled', () => {
  test.each([
    [`https://a.example/?b=1&${OURS}#f`, 'https://a.example/?b=1#f'],
    [
      `https://a.example/?utm_source=letter&utm_medium=mail&ref=${CODE}`,
      'https://a.example/?utm_source=letter&utm_medium=mail',
    ],
    [
      `https://a.example/?ref=main&utm_source=x&utm_medium=social&musubi_ref=${CODE}`,
      'https://a.example/?ref=main',
    ],
    [`https://a.example/?ref=${CODE}&later=1`, 'https://a.example/?later=1'],
    [
      'https://a.example/?utm_source=x&utm_medium=social&ref=main',
      'https://a.example/?utm_source=x&utm_medium=social&ref=main',
    ],
    ['https://a.example/?a=1&&b', 'https://a.example/?a=1&&b'],
    ['nonsense', 'nonsense'],
  ])('%j', (from, to) => {
    expect(untracked(from)).toBe(to);
  });
});

describe('a slug', () => {
  test.each([
    ['Spring Sale 2026!', 'spring-sale-2026'],
    ['snake_case-kept', 'snake_case-kept'],
    ['Café Ünïcode', 'cafe-unicode'],
    ['ＦＵＬＬ　ＷＩＤＴＨ', 'full-width'],
    ['', ''],
    ['   ', ''],
  ])('of %j is %j', (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  test('keeps names apart that lose their letters', () => {
    expect(slug('春の町歩き')).toMatch(/^[a-z0-9]{7}$/);
    expect(slug('春の町歩き')).not.toBe(slug('秋の町歩き'));
    expect(slug('春 2026')).toMatch(/^2026-[a-z0-9]{7}$/);
    expect(slug(`${'a'.repeat(80)}1`)).not.toBe(slug(`${'a'.repeat(80)}2`));
    expect(slug('!!!')).not.toBe('');
    // What links already carry must stay the same in later versions.
    expect(slug('春の町歩き')).toBe('1y87zec');
  });

  test('is not empty for a letter that is a mark alone', () => {
    expect(slug('\ufe70')).toMatch(/^[a-z0-9]{7}$/);
    expect(slug('\ufe70')).not.toBe(slug('\ufe72'));
  });

  test('is short ASCII, never empty for a name, and stays itself', () => {
    fc.assert(
      fc.property(anyText(200), (name) => {
        const made = slug(name);
        expect(made).toMatch(/^[a-z0-9_-]{0,64}$/);
        expect(slug(made)).toBe(made);
        if (/[\p{L}\p{N}]/u.test(name)) expect(made).not.toBe('');
      }),
    );
  });
});

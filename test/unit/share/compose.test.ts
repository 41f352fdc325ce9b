import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanced } from '../../../src/share/bidi.ts';
import type { Channel } from '../../../src/share/channels/channel.ts';
import { CHANNELS, channelOf } from '../../../src/share/channels/index.ts';
import { compose, finalHash, mustPaste, windowFor } from '../../../src/share/compose.ts';
import { hostile } from './arbitrary.ts';

const URL_ = 'https://a.example/?utm_source=x&ref=1c3r5g7w';
const DISCLOSURE = '【PR】あさひ珈琲の社員です。';

function channel(id: string): Channel {
  const found = channelOf(id);
  if (!found) throw new Error(id);
  return found;
}
function composed(id: string, words = '試飲しました。', disclosure = DISCLOSURE) {
  return compose({ channel: channel(id), disclosure, words, url: URL_, title: '夕凪' });
}

describe('composed', () => {
  const whole = `${DISCLOSURE} 試飲しました。\n${URL_}`;

  test.each([
    ['bluesky', whole],
    ['mastodon', whole],
    ['email', whole],
    ['x', `${DISCLOSURE} 試飲しました。`],
    ['line', `${DISCLOSURE} 試飲しました。`],
    ['threads', `${DISCLOSURE} 試飲しました。`],
    ['facebook', ''],
    ['hatena', ''],
    ['copy', ''],
    ['whatsapp', whole],
    ['telegram', whole],
    ['sms', whole],
    ['system', whole],
    ['misskey', `${DISCLOSURE} 試飲しました。`],
    ['weibo', `${DISCLOSURE} 試飲しました。`],
    ['pinterest', `${DISCLOSURE} 試飲しました。`],
    ['qq', `${DISCLOSURE} 試飲しました。`],
    ['reddit', `${DISCLOSURE} 試飲しました。`],
    ['note', ''],
    ['xiaohongshu', ''],
    ['instagram', ''],
    ['wechat', ''],
  ])('for %s gives the window what it takes, and the clipboard all', (id, text) => {
    expect(composed(id).text).toBe(text);
    expect(composed(id).clipboard).toBe(whole);
    expect(composed(id).parts.map(({ kind }) => kind)).toEqual(['disclosure', 'words', 'link']);
  });

  test('leaves out what is empty', () => {
    expect(composed('bluesky', '').clipboard).toBe(`${DISCLOSURE}\n${URL_}`);
    expect(composed('bluesky', ' \n ', '').clipboard).toBe(URL_);
    expect(composed('bluesky', 'a', '').parts.map(({ kind }) => kind)).toEqual(['words', 'link']);
  });

  test('counts disclosure, words and link as the network does', () => {
    expect(composed('x')).toMatchObject({ length: 29 + 14 + 2 + 23 - 1, max: 280, over: false });
    expect(composed('x', 'あ'.repeat(120))).toMatchObject({ over: true });
    expect(composed('copy', 'あ'.repeat(9000))).toMatchObject({ length: 0, max: null, over: false });
    // The add page holds the link itself: the comment is disclosure and words.
    expect(composed('hatena').length).toBe([...`${DISCLOSURE} 試飲しました。`].length);
  });

  test('is just under the limit, and just over', () => {
    const room = 300 - composed('bluesky', 'a').length;
    expect(composed('bluesky', 'a'.repeat(room + 1))).toMatchObject({ length: 300, over: false });
    expect(composed('bluesky', 'a'.repeat(room + 2))).toMatchObject({ length: 301, over: true });
  });

  test('on a network whose posts are titles is one line, and never without words', () => {
    expect(composed('reddit', 'one\n\ntwo').parts[1]?.text).toBe('one two');
    expect(composed('reddit', ' ').parts.map(({ text }) => text)).toEqual([DISCLOSURE, '夕凪', URL_]);
    // The link is no part of the title.
    expect(composed('reddit', '').length).toBe([...`${DISCLOSURE} 夕凪`].length);
  });

  test('knows its hashtags, each once, and none of an address', () => {
    const words = '#珈琲 と #coffee_1、＃秋 #珈琲 #1 a#b https://a.example/#top &#39;';
    expect(composed('note', words).hashtags).toEqual(['珈琲', 'coffee_1', '秋']);
  });

  test('keeps words as typed: lines, zero-width characters, balanced directions', () => {
    const words = 'a\n\nb\u200b\u200dc \u2067עברית\u2069 \u202bx\u202c';
    expect(composed('bluesky', words).parts[1]?.text).toBe(words);
    expect(composed('bluesky', 'a\r\nb\u0000\u0007').parts[1]?.text).toBe('a\nb');
  });

  test('a disclosure is one line without directional controls', () => {
    expect(composed('x', '', ' #PR\n\u202e社員\u202c ').parts[0]?.text).toBe('#PR 社員');
  });

  test('for any text: disclosure first, whole and before the link; link last and whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), hostile, (to, words) => {
        const { clipboard } = compose({ channel: to, disclosure: DISCLOSURE, words, url: URL_, title: '' });
        expect(clipboard.startsWith(DISCLOSURE)).toBe(true);
        expect(clipboard.endsWith(`\n${URL_}`)).toBe(true);
        expect(clipboard.isWellFormed()).toBe(true);
      }),
    );
  });
});

/** How deep in directional controls a text leaves what follows, and whether it closed what it had not opened. */
function leak(text: string): { open: number; stray: boolean } {
  const stack: string[] = [];
  let stray = false;
  for (const char of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(char)) stack.push('embed');
    if (/[\u2066-\u2068]/.test(char)) stack.push('isolate');
    if (char === '\u202c' && stack.pop() !== 'embed') stray = true;
    if (char === '\u2069') {
      while (stack.length > 0 && stack.at(-1) !== 'isolate') stack.pop();
      if (stack.pop() === undefined) stray = true;
    }
  }
  return { open: stack.length, stray };
}

describe('directional controls', () => {
  test.each([
    ['\u202eevil', '\u202eevil\u202c'],
    ['\u2066a\u202eb', '\u2066a\u202eb\u202c\u2069'],
    ['\u2066a\u202eb\u2069', '\u2066a\u202eb\u2069'],
    ['a\u202cb\u2069c', 'abc'],
    ['\u202ea\u2069b\u202c', '\u202eab\u202c'],
    ['\u2067a\u202cb\u2069', '\u2067ab\u2069'],
    ['plain', 'plain'],
  ])('%j', (from, to) => {
    expect(balanced(from)).toBe(to);
  });

  test('never reach outside, take no other character away, and are left alone when balanced', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = balanced(text);
        expect(leak(made)).toEqual({ open: 0, stray: false });
        const plain = (from: string) => from.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
        expect(plain(made)).toBe(plain(text));
        expect(balanced(made)).toBe(made);
      }),
    );
    expect(balanced('\u202e'.repeat(20_000)).length).toBeLessThan(200);
  });
});

describe('the window for a share', () => {
  test('holds the words, the link, the title and the instance', () => {
    expect(windowFor(channel('x'), composed('x'))).toBe(
      `https://x.com/intent/post?text=${encodeURIComponent(composed('x').text)}&url=${encodeURIComponent(URL_)}`,
    );
    expect(windowFor(channel('hatena'), composed('hatena'))).toContain(`title=${encodeURIComponent('夕凪')}`);
    expect(windowFor(channel('mastodon'), composed('mastodon'), { instance: 'a.example' })).toMatch(
      /^https:\/\/a\.example\/share\?text=/,
    );
    expect(windowFor(channel('mastodon'), composed('mastodon'))).toBeNull();
    expect(windowFor(channel('copy'), composed('copy'))).toBeNull();
  });

  test('lets go of the picture before the words', () => {
    const share = (words: string, picture: string) =>
      compose({
        channel: channel('pinterest'),
        disclosure: DISCLOSURE,
        words,
        url: URL_,
        title: '',
        picture,
      });
    const huge = `https://pic.example/${'p'.repeat(3900)}`;
    const params = (address: string | null) => [...new URL(address ?? '').searchParams.keys()];
    expect(params(windowFor(channel('pinterest'), share('あ', huge)))).toEqual([
      'url',
      'media',
      'description',
    ]);
    const long = share('あ'.repeat(450), huge);
    expect(params(windowFor(channel('pinterest'), long))).toEqual(['url', 'description']);
    expect(mustPaste(channel('pinterest'), long)).toBe(false);
  });

  test('has the words pasted where a page takes none', () => {
    for (const id of ['note', 'xiaohongshu', 'douyin', 'instagram'])
      expect(mustPaste(channel(id), composed(id))).toBe(true);
    for (const id of ['wechat', 'system', 'qr']) expect(mustPaste(channel(id), composed(id))).toBe(false);
  });

  test('has the disclosure before the link, wherever text is carried', () => {
    for (const to of CHANNELS.filter(({ takes }) => takes.includes('text'))) {
      const share = composed(to.id, '珈琲 & #秋');
      expect(share.text.startsWith(DISCLOSURE)).toBe(true);
      const at = share.text.indexOf(URL_);
      expect(at).toBe(to.takes.includes('url') ? -1 : share.text.length - URL_.length);
    }
  });

  test('opens without words that would make it too long, and says that they are to be pasted', () => {
    const long = 'あ'.repeat(400);
    expect(windowFor(channel('email'), composed('email', long))).toBe(
      `mailto:?subject=${encodeURIComponent('夕凪')}`,
    );
    expect(mustPaste(channel('email'), composed('email', long))).toBe(true);
    expect(mustPaste(channel('email'), composed('email'))).toBe(false);
    expect(mustPaste(channel('line'), composed('line', 'あ'.repeat(3000)))).toBe(true);
    expect(mustPaste(channel('x'), composed('x'))).toBe(false);
    expect(mustPaste(channel('facebook'), composed('facebook'))).toBe(true);
    expect(mustPaste(channel('copy'), composed('copy'))).toBe(false);
  });

  test('is short enough for any words and title', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), hostile, fc.nat(2000), hostile, (to, words, times, title) => {
        const share = compose({
          channel: to,
          disclosure: DISCLOSURE,
          words: words.repeat(times),
          url: URL_,
          title,
        });
        const address = windowFor(to, share, { instance: 'a.example' }) ?? '';
        expect(address.length).toBeLessThan(to.maxWindow ? 2000 : 8001);
      }),
      { numRuns: 30 },
    );
  });
});

test('the hash of the final words is SHA-256 over UTF-8', async () => {
  expect(await finalHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await finalHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(await finalHash('あ')).not.toBe(await finalHash('い'));
});

test('counts what the network takes: a link shortened by Bluesky, none on a pin, and bytes', () => {
  const of = (id: string, words: string, url: string) =>
    compose({ channel: channel(id), disclosure: '', words, url, title: '' });
  const slug = `https://blog.example/${'%E7%A7%8B'.repeat(120)}`;
  expect(of('bluesky', '', slug)).toMatchObject({ over: false, length: 28 });
  expect(of('bluesky', '👨‍👩‍👧‍👦'.repeat(150), slug)).toMatchObject({
    over: true,
    excess: { length: 0, bytes: 779 },
  });
  expect(of('pinterest', 'a'.repeat(500), slug)).toMatchObject({ over: false, length: 500 });
  expect(of('pinterest', 'a'.repeat(501), slug)).toMatchObject({
    over: true,
    excess: { length: 1, bytes: 0 },
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, WindowInput } from '../../../../src/share/channels/channel.ts';
import { CHANNELS, channelOf } from '../../../../src/share/channels/index.ts';
import { ChannelCheck } from '../../../../src/share/channels/schema.ts';
import { hostile } from '../arbitrary.ts';

const INPUT: WindowInput = {
  text: '【PR】社員です。 A&B #1 100% + "q"\n二行目',
  url: 'https://a.example/p?b=1&utm_source=x&ref=1c3r5g7w#top',
  title: '題名 & more',
  instance: 'mastodon.example',
};
const text = encodeURIComponent(INPUT.text);
const url = encodeURIComponent(INPUT.url);
const title = encodeURIComponent(INPUT.title);

function windowOf(id: string, input: Partial<WindowInput> = {}): string | null | undefined {
  return channelOf(id)?.window({ ...INPUT, ...input });
}

test.each(CHANNELS.map((channel) => [channel.id, channel] as const))(
  '%s holds to the check',
  (_, channel) => {
    expect(ChannelCheck.safeParse(channel).error?.issues ?? []).toEqual([]);
  },
);

test('the check refuses a broken channel', () => {
  const [first] = CHANNELS;
  for (const broken of [
    { id: 'X y' },
    { mark: 'TOOLONG' },
    { verified: '2026' },
    { takes: 'all' },
    { extra: 1 },
  ]) {
    expect(ChannelCheck.safeParse({ ...first, ...broken }).success).toBe(false);
  }
});

test('ids, sources and marks are each their own', () => {
  for (const key of ['id', 'utmSource', 'mark'] as const) {
    expect(new Set(CHANNELS.map((channel) => channel[key])).size).toBe(CHANNELS.length);
  }
  expect(CHANNELS.map(({ id }) => id).sort()).toEqual(
    [
      'bluesky',
      'copy',
      'email',
      'facebook',
      'hatena',
      'line',
      'linkedin',
      'mastodon',
      'qr',
      'threads',
      'x',
    ].sort(),
  );
  expect(channelOf('myspace')).toBeUndefined();
});

describe('the window', () => {
  test.each([
    ['x', `https://x.com/intent/post?text=${text}&url=${url}`],
    ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['linkedin', `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ['line', `https://social-plugins.line.me/lineit/share?url=${url}&text=${text}`],
    ['bluesky', `https://bsky.app/intent/compose?text=${text}`],
    ['mastodon', `https://mastodon.example/share?text=${text}`],
    ['threads', `https://www.threads.com/intent/post?text=${text}&url=${url}`],
    ['hatena', `https://b.hatena.ne.jp/add?mode=confirm&url=${url}&title=${title}`],
    ['email', `mailto:?subject=${title}&body=${text.replace('%0A', '%0D%0A')}`],
    ['qr', null],
    ['copy', null],
  ])('of %s', (id, address) => {
    expect(windowOf(id)).toBe(address);
  });

  test('leaves empty values out', () => {
    expect(windowOf('x', { text: '' })).toBe(`https://x.com/intent/post?url=${url}`);
    expect(windowOf('email', { text: '', title: '' })).toBe('mailto:');
  });

  test('asks for an instance that is one', () => {
    expect(windowOf('mastodon', { instance: '' })).toBeNull();
    expect(windowOf('mastodon', { instance: 'evil.example/share?x=' })).toBe(
      `https://evil.example/share?text=${text}`,
    );
    expect(windowOf('mastodon', { instance: 'javascript:alert(1)' })).toBeNull();
  });

  test('cuts the subject of a mail, between characters', () => {
    const address = windowOf('email', { title: `${'題'.repeat(100)}`, text: 'x' }) ?? '';
    const subject = new URL(address).searchParams.get('subject') ?? '';
    expect(subject).toBe(`${'題'.repeat(40)}…`);
    expect(windowOf('email', { title: 'a\nb\r\nBcc: c', text: '' })).toBe(
      'mailto:?subject=a%20b%20Bcc%3A%20c',
    );
  });

  function decodedText(channel: Channel, address: string): string | null {
    return new URL(address).searchParams.get(channel.id === 'email' ? 'body' : 'text');
  }

  test('brings any text through whole, on the host of the network', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), hostile, hostile, (channel, words, name) => {
        const address = channel.window({ ...INPUT, text: words, title: name });
        if (address === null) return;
        expect(address).toMatch(/^(https:\/\/|mailto:)[\x21-\x7e]*$/);
        expect(new URL(address).host).toBe(new URL(channel.window(INPUT) ?? '').host);
        if (!channel.takes.startsWith('text')) return;
        const broken = words.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n');
        const expected = channel.id === 'email' ? broken : words.toWellFormed();
        expect(decodedText(channel, address) ?? '').toBe(expected);
      }),
    );
  });
});

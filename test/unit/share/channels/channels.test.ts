import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, Taken, WindowInput } from '../../../../src/share/channels/channel.ts';
import { CHANNELS, channelOf } from '../../../../src/share/channels/index.ts';
import { ChannelCheck } from '../../../../src/share/channels/schema.ts';
import { hostile } from '../arbitrary.ts';

const INPUT: WindowInput = {
  text: '【PR】社員です。 A&B #1 100% + "q"\n二行目😀',
  url: 'https://a.example/p?b=1&utm_source=x&ref=1c3r5g7w#top',
  title: '題名 & more',
  hashtags: ['珈琲', 'coffee'],
  picture: 'https://pic.example/a.jpg?w=1&h=2',
  instance: 'fedi.example',
};
const text = encodeURIComponent(INPUT.text);
const url = encodeURIComponent(INPUT.url);
const title = encodeURIComponent(INPUT.title);
const picture = encodeURIComponent(INPUT.picture);

function windowOf(id: string, input: Partial<WindowInput> = {}): string | null | undefined {
  return channelOf(id)?.window({ ...INPUT, ...input });
}

const named = CHANNELS.map((channel) => [channel.id, channel] as const);

test.each(named)('%s holds to the check', (_, channel) => {
  expect(ChannelCheck.safeParse(channel).error?.issues ?? []).toEqual([]);
});

test.each(named)('%s was verified, and not in the future', (_, { verified }) => {
  expect(verified <= new Date().toISOString().slice(0, 7)).toBe(true);
});

test('the check refuses a broken channel', () => {
  const [first] = CHANNELS;
  for (const broken of [
    { id: 'X y' },
    { mark: 'TOOLONG' },
    { verified: '2026' },
    { verified: undefined },
    { takes: ['all'] },
    { opens: 'door' },
    { group: 'mars' },
    { extra: 1 },
    { followers: undefined },
  ]) {
    expect(ChannelCheck.safeParse({ ...first, ...broken }).success).toBe(false);
  }
});

test('only paper, oneself, a letter and a text message are shown to no followers', () => {
  const unseen = CHANNELS.filter(({ followers }) => followers === false).map(({ id }) => id);
  expect(unseen.sort()).toEqual(['copy', 'email', 'qr', 'sms']);
});

test('ids, sources and marks are each their own', () => {
  for (const key of ['id', 'utmSource', 'mark'] as const) {
    expect(new Set(CHANNELS.map((channel) => channel[key])).size).toBe(CHANNELS.length);
  }
  expect(
    CHANNELS.map(({ id }) => id)
      .sort()
      .join(' '),
  ).toBe(
    'bluesky copy douyin email facebook hatena instagram line linkedin mastodon misskey note pinterest qq qr qzone ' +
      'reddit sms system telegram threads wechat weibo whatsapp x xiaohongshu',
  );
  expect(channelOf('myspace')).toBeUndefined();
});

test('the networks of China follow its law, and no other does', () => {
  for (const { group, law } of CHANNELS) expect(law).toBe(group === 'china' ? 'CN' : undefined);
});

describe('the window', () => {
  test.each([
    ['x', `https://x.com/intent/post?text=${text}&url=${url}`],
    ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['linkedin', `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ['line', `https://social-plugins.line.me/lineit/share?url=${url}&text=${text}`],
    ['bluesky', `https://bsky.app/intent/compose?text=${text}`],
    ['mastodon', `https://fedi.example/share?text=${text}`],
    ['misskey', `https://fedi.example/share?text=${text}&url=${url}`],
    ['threads', `https://www.threads.com/intent/post?text=${text}&url=${url}`],
    ['hatena', `https://b.hatena.ne.jp/add?mode=confirm&url=${url}&title=${title}`],
    ['reddit', `https://www.reddit.com/submit?url=${url}&title=${text}`],
    ['note', `https://note.com/intent/post?url=${url}&hashtags=${encodeURIComponent('珈琲,coffee')}`],
    [
      'pinterest',
      `https://www.pinterest.com/pin/create/button/?url=${url}&media=${picture}&description=${text}`,
    ],
    ['whatsapp', `https://api.whatsapp.com/send?text=${text}`],
    ['telegram', `https://t.me/share/url?url=${text}`],
    [
      'weibo',
      `https://service.weibo.com/share/share.php?url=${url}&title=${text}&pic=${picture}&searchPic=false`,
    ],
    [
      'qq',
      `https://connect.qq.com/widget/shareqq/index.html?url=${url}&title=${text}&summary=${title}&pics=${picture}`,
    ],
    [
      'qzone',
      `https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?url=${url}&title=${text}&summary=${title}&pics=${picture}`,
    ],
    ['email', `mailto:?subject=${title}&body=${text.replace('%0A', '%0D%0A')}`],
    ['sms', `sms:?body=${text.replace('%0A', '%0D%0A')}`],
    ['xiaohongshu', 'https://creator.xiaohongshu.com/publish/publish?target=image'],
    ['douyin', 'https://creator.douyin.com/creator-micro/content/upload?default-tab=3'],
    ['instagram', 'https://www.instagram.com/'],
    ['wechat', null],
    ['system', null],
    ['qr', null],
    ['copy', null],
  ])('of %s', (id, address) => {
    expect(windowOf(id)).toBe(address);
  });

  test('leaves empty values out', () => {
    expect(windowOf('x', { text: '' })).toBe(`https://x.com/intent/post?url=${url}`);
    expect(windowOf('email', { text: '', title: '' })).toBe('mailto:');
    expect(windowOf('sms', { text: '' })).toBe('sms:');
    expect(windowOf('note', { hashtags: [] })).toBe(`https://note.com/intent/post?url=${url}`);
    expect(windowOf('pinterest', { picture: '', text: '' })).toBe(
      `https://www.pinterest.com/pin/create/button/?url=${url}`,
    );
    expect(windowOf('qq', { text: '', picture: '' })).toBe(
      `https://connect.qq.com/widget/shareqq/index.html?url=${url}&title=${title}`,
    );
  });

  test.each(['mastodon', 'misskey'])('of %s asks for an instance that is one', (id) => {
    expect(windowOf(id, { instance: '' })).toBeNull();
    expect(windowOf(id, { instance: 'evil.example/share?x=' })).toMatch(
      /^https:\/\/evil\.example\/share\?text=/,
    );
    expect(windowOf(id, { instance: 'javascript:alert(1)' })).toBeNull();
  });

  test('cuts the subject of a mail, between characters', () => {
    const address = windowOf('email', { title: `${'題'.repeat(100)}`, text: 'x' }) ?? '';
    const subject = new URL(address).searchParams.get('subject') ?? '';
    expect(subject).toBe(`${'題'.repeat(40)}…`);
    expect(windowOf('email', { title: 'a\nb\r\nBcc: c', text: '' })).toBe(
      'mailto:?subject=a%20b%20Bcc%3A%20c',
    );
  });
});

/** Under which name each network's window has what it takes, where that is not the name we give it. */
const NAMES: Record<string, Partial<Record<Taken, string>>> = {
  email: { text: 'body', title: 'subject' },
  facebook: { url: 'u' },
  pinterest: { text: 'description', picture: 'media' },
  qq: { text: 'title', title: 'summary', picture: 'pics' },
  qzone: { text: 'title', title: 'summary', picture: 'pics' },
  reddit: { text: 'title' },
  sms: { text: 'body' },
  telegram: { text: 'url' },
  weibo: { text: 'title', picture: 'pic' },
};

function arrived(channel: Channel, address: string, what: Taken): string {
  return new URL(address).searchParams.get(NAMES[channel.id]?.[what] ?? what) ?? '';
}

const lines = (words: string) => words.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n');
/** What has a form of its own: line breaks of mails and messages (RFC 6068, RFC 5724), a subject on one line. */
const FORMS: Record<string, (input: WindowInput) => Partial<Record<Taken, string>>> = {
  email: ({ text: words, title: name }) => ({
    text: lines(words),
    title: name.toWellFormed().replace(/\s+/g, ' ').trim(),
  }),
  sms: ({ text: words }) => ({ text: lines(words) }),
};

function expected(channel: Channel, input: WindowInput): Record<Taken, string> {
  return {
    text: input.text.toWellFormed(),
    url: input.url,
    title: input.title.toWellFormed(),
    hashtags: input.hashtags.join(','),
    picture: input.picture,
    ...FORMS[channel.id]?.(input),
  };
}

const TRICKY = [
  '漢字とかな、한국어、简体',
  '👨‍👩‍👧‍👦🇯🇵👍🏽',
  'a&b=c&url=https://evil.example',
  '#tag ?x=1#y %26 %zz +',
  'one\ntwo\r\nthree',
  'あ'.repeat(2000),
  '\ud800 half',
];

describe.each(
  CHANNELS.filter(({ takes }) => takes.length > 0).map((channel) => [channel.id, channel] as const),
)('what goes into the window of %s', (id, channel) => {
  test.each(TRICKY)('comes out as it was: %#', (words) => {
    const input = { ...INPUT, text: words, title: id === 'email' ? '題 & 名' : words };
    const address = channel.window(input);
    if (address === null) {
      expect(channel.opens).toBe('system');
      return;
    }
    expect(address).toMatch(/^(https:\/\/|mailto:|sms:)[\x21-\x7e]*$/);
    const wanted = expected(channel, input);
    for (const what of channel.takes) expect(arrived(channel, address, what)).toBe(wanted[what]);
  });
});

test('any text arrives whole, on the host of the network', () => {
  const windows = CHANNELS.filter((channel) => channel.window(INPUT) !== null);
  fc.assert(
    fc.property(fc.constantFrom(...windows), hostile, hostile, (channel, words, name) => {
      fc.pre(words !== '');
      const input = { ...INPUT, text: words, title: name };
      const address = channel.window(input) ?? '';
      expect(address).toMatch(/^(https:\/\/|mailto:|sms:)[\x21-\x7e]*$/);
      expect(new URL(address).host).toBe(new URL(channel.window(INPUT) ?? '').host);
      const wanted = expected(channel, input);
      for (const what of channel.takes)
        if (what !== 'title' || channel.id !== 'email')
          expect(arrived(channel, address, what)).toBe(wanted[what]);
    }),
  );
});

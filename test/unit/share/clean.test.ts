import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/post/canonical.ts';
import { channelOf } from '../../../src/share/channels/index.ts';
import { cleanTarget, isSigned, trackedLink } from '../../../src/share/link.ts';

const clean = (url: string) => {
  const cleaned = cleanTarget(url);
  return cleaned.ok ? cleaned.url : cleaned.reason;
};
const x = channelOf('x');

/** With who shared before, and without. */
const SHARED: readonly (readonly [string, string])[] = [
  ['https://youtu.be/Ab1?si=Zz9', 'https://youtu.be/Ab1'],
  ['https://www.youtube.com/watch?v=Ab1&si=Zz9&t=30', 'https://www.youtube.com/watch?v=Ab1&t=30'],
  ['https://music.youtube.com/watch?v=Ab1&feature=share', 'https://music.youtube.com/watch?v=Ab1'],
  ['https://open.spotify.com/track/1?si=Zz9', 'https://open.spotify.com/track/1'],
  ['https://www.instagram.com/p/Ab1/?igsi=Zz9&img_index=2', 'https://www.instagram.com/p/Ab1/?img_index=2'],
  ['https://www.threads.net/@tea/post/Ab1?xmt=Zz9', 'https://www.threads.net/@tea/post/Ab1'],
  ['https://m.bilibili.com/video/BV1?vd_source=Zz9&p=2', 'https://m.bilibili.com/video/BV1?p=2'],
  ['https://www.bilibili.com/video/BV1/?share_source=copy_web', 'https://www.bilibili.com/video/BV1/'],
  ['https://www.reddit.com/r/tea/comments/1/?share_id=Zz9', 'https://www.reddit.com/r/tea/comments/1/'],
  ['https://www.linkedin.com/posts/tea-1?rcm=Zz9', 'https://www.linkedin.com/posts/tea-1'],
  ['https://x.com/tea/status/1?s=20&t=Zz9', 'https://x.com/tea/status/1'],
  ['https://www.tiktok.com/@tea/video/1?_t=Zz9&_r=1', 'https://www.tiktok.com/@tea/video/1'],
  ['https://www.facebook.com/share/1/?rdid=Zz9&mibextid=a', 'https://www.facebook.com/share/1/'],
  ['https://a.example/x#fbclid=Zz9', 'https://a.example/x'],
  ['https://a.example/x#part=2&gclid=Zz9', 'https://a.example/x#part=2'],
  ['https://a.example/#/tea?fbclid=Zz9', 'https://a.example/#/tea'],
];

/** What means something where it stands. */
const KEPT = [
  'https://a.example/x?si=1&t=2&s=3&share_id=4',
  'https://a.example/x#top',
  'https://a.example/x#a=1&b=2',
  'https://a.example/#/a?b=c&d',
  'https://notyoutube.com/watch?si=1',
];

/** Addresses that hold for a time, and only as they are. */
const SIGNED = [
  'https://files.s3.amazonaws.com/a.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-Signature=ab1&fbclid=2',
  'https://storage.googleapis.com/a/b?X-Goog-Expires=900&X-Goog-Signature=ab1',
  'https://d1.cloudfront.net/a?Expires=1795521600&Signature=ab1&Key-Pair-Id=K1',
  'https://a.blob.core.windows.net/b/c?sv=2026-01-01&se=2026-12-01&sr=b&sig=ab%2B1%3D',
];

describe('an address that is shared', () => {
  it.each(SHARED)('%s goes as %s', (from, to) => {
    expect(clean(from)).toBe(to);
    expect(clean(to)).toBe(to);
  });

  it.each(SHARED.filter(([from]) => !from.includes('#')))('%s is cleaned to %s', (from, to) => {
    expect(canonicalUrl(from)).toBe(canonicalUrl(to));
  });

  it.each(KEPT)('%s stays as it is', (url) => {
    expect(clean(url)).toBe(url);
  });

  it.each(SIGNED)('%s is signed, and nothing of it changes', (url) => {
    expect([isSigned(url), clean(url)]).toEqual([true, url]);
    const made =
      x && trackedLink({ target: url, channel: x, campaign: 'tea', content: 'a', code: '7k3m9q2a' });
    expect(made).toEqual({ ok: true, url });
  });

  it('is not taken for a signed one by a short name alone', () => {
    expect(isSigned('https://a.example/petition?signature=7')).toBe(false);
    expect(isSigned('https://a.example/?sig=7')).toBe(false);
  });

  it('is encoded where networks would end the link', () => {
    expect(clean('https://shop.example.com/?id={E35F-1}&a=b^c\\d')).toBe(
      'https://shop.example.com/?id=%7BE35F-1%7D&a=b%5Ec%5Cd',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receivedIn } from '../../../entrypoints/companion/web/received.ts';

const asked = (fields: Record<string, string>) => receivedIn(`?${new URLSearchParams(fields)}`);

describe('what another app shared', () => {
  it('is nothing where nothing was', () => {
    for (const search of ['', '?', '?other=1', '?title=&text=%20']) expect(receivedIn(search)).toBeNull();
  });

  it.each([
    [
      'an address of its own',
      { title: 'Cups', text: 'New in', url: 'https://shop.example/cups' },
      'Cups',
      'New in',
    ],
    ['one in the text, as Android gives it', { text: 'New in https://shop.example/cups' }, 'New in', ''],
    ['one in the title', { title: 'Cups https://shop.example/cups' }, 'Cups', ''],
    [
      'one between Japanese marks',
      { title: 'Cups', text: '新作「https://shop.example/cups」です' },
      'Cups',
      '新作「」です',
    ],
    ['an address alone', { text: 'https://shop.example/cups' }, 'https://shop.example/cups', ''],
  ])('takes %s', (_, fields, title, text) => {
    expect(asked(fields)).toMatchObject({
      url: 'https://shop.example/cups',
      key: 'https://shop.example/cups',
      title,
      text,
    });
  });

  it('keeps the address as it was, and knows the page without what follows people', () => {
    const post = asked({ url: 'https://shop.example/cups?color=blue&fbclid=x#top' });
    expect(post?.url).toBe('https://shop.example/cups?color=blue&fbclid=x#top');
    expect(post?.key).toBe('https://shop.example/cups?color=blue');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', 'ftp://a.example/'])(
    'takes no %s for an address',
    (url) => {
      expect(asked({ title: 'x', url })?.url).toBe('');
    },
  );

  it('gives text as text, cut where it is too long, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (title, text, url) => {
          const post = receivedIn(`?${new URLSearchParams({ title, text, url })}`);
          if (!post) return;
          expect(post.title.length).toBeLessThanOrEqual(300);
          expect(post.text.length).toBeLessThanOrEqual(5000);
          expect(post.url === '' || /^https?:\/\//.test(post.url)).toBe(true);
        },
      ),
    );
    expect(asked({ title: 'x'.repeat(1000), text: 'y'.repeat(9000) })).toMatchObject({
      title: 'x'.repeat(300),
      text: 'y'.repeat(5000),
    });
  });
});

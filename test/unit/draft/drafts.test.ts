import { describe, expect, it } from 'vitest';
import { inOrder, postOf } from '../../../src/draft/drafts.ts';
import { isDue } from '../../../src/draft/reminders.ts';
import { Post } from '../../../src/post/post.ts';
import { Draft } from '../../../src/share/tables.ts';

/** A row as the first version wrote it. */
const old = {
  post: 'x:1859999000000000001',
  at: 1_790_000_000_000,
  channel: 'x',
  target: 'https://asahi-coffee.example/yunagi',
  words: '夕凪、試飲しました',
  disclosure: null,
  removed: '',
};

describe('a draft of an older version', () => {
  it('is read with everything that was written, and no reminder', () => {
    expect(Draft.parse(old)).toEqual({ ...old, read: null, remind: 0, aside: 0 });
  });

  it.each([
    ['x:1859999000000000001', 'x', 'https://asahi-coffee.example/yunagi'],
    ['https://blog.example/a', 'page', 'https://blog.example/a'],
  ])('gives a post that the sheet can open, marked as partly read: %s', (key, site, url) => {
    const post = postOf(Draft.parse({ ...old, post: key }));
    expect(Post.parse(post)).toMatchObject({ key, site, url, status: 'partial', links: [old.target] });
    expect(post.missing.length).toBeGreaterThan(0);
  });
});

describe('drafts', () => {
  const draft = (post: string, at: number, remind: number) => Draft.parse({ ...old, post, at, remind });

  it('stand by their reminders, soonest first, then the newest', () => {
    const rows = [draft('a', 1, 0), draft('b', 2, 900), draft('c', 3, 0), draft('d', 4, 500)];
    expect(rows.sort(inOrder).map(({ post }) => post)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('are due when their moment came, and wait again where the clock was set back', () => {
    const one = draft('a', 1, 1000);
    expect([999, 1000, 5000].map((now) => isDue(one, now))).toEqual([false, true, true]);
    expect(isDue(one, 400)).toBe(false);
    expect(isDue(draft('a', 1, 0), 5000)).toBe(false);
  });
});

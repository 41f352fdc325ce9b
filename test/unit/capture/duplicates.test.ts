import { describe, expect, it } from 'vitest';
import { Capture } from '../../../src/capture/capture.ts';
import { duplicatesAmong, mergedCapture } from '../../../src/capture/duplicates.ts';
import { capture } from '../../browser/capture/stored.ts';

const page = (id: string, at: number, part: Partial<Capture> = {}) =>
  capture(id, at, part, { key: `https://x.com/aoi/status/${id}`, site: 'page', status: 'partial' });

describe('two captures of one post', () => {
  it('become one with the looks, tags, notes, pictures, collections and keys of both', () => {
    const url = 'https://x.com/1.png';
    const a = capture('1', 2000, {
      tags: ['味'],
      note: '許可を頼む',
      pictures: [{ url, state: 'unreadable', hash: '' }],
      collections: ['autumn-2026'],
    });
    const b = page('1', 1000, {
      tags: ['味', '店'],
      note: '店長に見せた',
      pictures: [
        { url, state: 'stored', hash: 'aa' },
        { url: 'https://x.com/2.png', state: 'pending', hash: '' },
      ],
      collections: ['autumn-2026', 'winter-2026'],
    });
    const one = mergedCapture(a, b);
    expect(Capture.parse(one)).toEqual(one);
    expect(one).toMatchObject({
      id: a.id,
      at: 1000,
      read: a.read,
      tags: ['味', '店'],
      note: '許可を頼む\n\n店長に見せた',
      collections: ['autumn-2026', 'winter-2026'],
      also: [b.post],
      looks: [{ at: 1000 }, { at: 2000 }],
    });
    expect(one?.pictures).toEqual([
      { url, state: 'stored', hash: 'aa' },
      { url: 'https://x.com/2.png', state: 'pending', hash: '' },
    ]);
  });

  it('carry the permission that was recorded last', () => {
    const step = { on: 1, words: 'はい', link: '', uses: [], terms: '店内', until: null };
    const a = capture('1', 1, {
      rights: 'granted',
      permission: [{ ...step, id: 'step-one', type: 'granted', at: 5 }],
    });
    const b = page('1', 2, {
      rights: 'revoked',
      permission: [{ ...step, id: 'step-two', type: 'revoked', at: 9 }],
    });
    expect([mergedCapture(a, b)?.rights, mergedCapture(b, a)?.rights]).toEqual(['revoked', 'revoked']);
    expect(mergedCapture(a, b)?.permission?.map(({ id }) => id)).toEqual(['step-one', 'step-two']);
    expect(mergedCapture(a, page('1', 3))?.rights).toBe('granted');
  });

  it('stay two where one could not hold all of it', () => {
    const long = (letter: string) => letter.repeat(15_000);
    expect(mergedCapture(capture('1', 1, { note: long('a') }), page('1', 2, { note: long('b') }))).toBe(null);
    const look = (at: number) => ({ at, counts: {}, text: '' });
    const looks = (from: number) => Array.from({ length: 150 }, (_, i) => look(from + i));
    expect(mergedCapture(capture('1', 1, { looks: looks(0) }), page('1', 2, { looks: looks(500) }))).toBe(
      null,
    );
  });
});

describe('finding captures of one post', () => {
  const twin = (id: string, at: number, recipe: string, permalink = 'x.com/a') => ({
    id,
    at,
    recipe,
    permalink,
  });

  it('puts the one that stays first: by a recipe, then the older', () => {
    const groups = duplicatesAmong([
      twin('1', 1, 'page'),
      twin('2', 9, 'x'),
      twin('3', 0, 'page'),
      twin('4', 1, 'x', 'x.com/b'),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['2', '3', '1']]);
  });

  it('takes two posts by one recipe under one address for two, and no address for none', () => {
    expect(duplicatesAmong([twin('1', 1, 'reddit'), twin('2', 2, 'reddit'), twin('3', 3, 'page')])).toEqual(
      [],
    );
    expect(duplicatesAmong([twin('1', 1, 'page', ''), twin('2', 2, 'page', '')])).toEqual([]);
  });
});

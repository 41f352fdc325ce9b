import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching, NO_FILTER, newerFirst } from '../../../src/activity/find.ts';
import { event } from './facts.ts';

const names = {
  channelName: (id: string) => (id === 'hatena' ? 'はてなブックマーク' : id),
  siteName: (id: string) => (id === 'x' ? 'X' : id),
};
const finds = (filter: Partial<typeof NO_FILTER>, part: Parameters<typeof event>[0] = {}) =>
  matching({ ...NO_FILTER, ...filter }, names)(event(part));

describe('a filter', () => {
  it('lets everything through at first, taken back or not', () => {
    expect(finds({})).toBe(true);
    expect(finds({}, { undone: 5 })).toBe(true);
  });
  it.each([
    ['a part of a word', { words: 'of te' }, {}],
    ['other letter case', { words: 'TEA' }, {}],
    ['full width', { words: 'ＴＥＡ' }, {}],
    ['half-width kana', { words: 'ｺｰﾋｰ' }, { title: '新しいコーヒー' }],
    ['inside a word without spaces', { words: '京' }, { title: '東京の朝' }],
    ['the place', { words: 'shop.ex' }, { place: 'shop.example' }],
    ["the channel's name", { words: 'ブックマーク' }, { channel: 'hatena' }],
    ["the post's key", { words: 'x:1' }, {}],
    ['spaces around', { words: '  tea ' }, {}],
    ['words in any order', { words: 'tea cup' }, {}],
    ['words that hang together', { words: '“cup of”' }, {}],
    ['its site', { words: 'site:shop.ex' }, { place: 'shop.example' }],
  ])('finds by %s', (_, filter, part) => {
    expect(finds(filter, part)).toBe(true);
  });
  it.each([
    ['other words', { words: 'coffee' }],
    ['words apart that were to hang together', { words: '"tea cup"' }],
    ['words that stand elsewhere than on the site', { words: 'site:tea' }],
    ['another type', { type: 'opened' as const }],
    ['another channel', { channel: 'line' }],
    ['another site', { site: 'bluesky' }],
    ['days before', { from: 20_718 }],
    ['days after', { to: 20_716 }],
  ])('keeps back %s', (_, filter) => {
    expect(finds(filter)).toBe(false);
  });
  it('knows a page by its host', () => {
    expect(finds({ site: 'shop.example' }, { site: 'page', place: 'shop.example' })).toBe(true);
    expect(finds({ site: 'x.com' })).toBe(false);
  });
  it('takes the first and the last day in', () => {
    expect(finds({ from: 20_717, to: 20_717 })).toBe(true);
  });
  it('leaves out what was taken back where only counted ones are wanted', () => {
    expect(finds({ counted: true }, { undone: 5 })).toBe(false);
    expect(finds({ counted: true })).toBe(true);
  });
});

describe('newest first', () => {
  it('is an order: turned round, it is the other way round', () => {
    const place = fc.record({ at: fc.integer(), id: fc.string() });
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a.id !== b.id);
        expect(Math.sign(newerFirst(a, b))).toBe(-Math.sign(newerFirst(b, a)));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import { factsOf } from '../../../src/post/about-words.ts';
import type { Post } from '../../../src/post/post.ts';

const author = { name: 'Harbour Mill', handle: '', url: '' };
const told = (about: Post['about'], kind: Post['kind'] = 'product', language = 'en') =>
  factsOf({ about, kind, author, time: Date.UTC(2026, 10, 20, 12) }, language).map(({ label, value }) => [
    en[label],
    typeof value === 'string' ? value.replace(/\s/g, ' ') : [value.key, value.values],
  ]);

describe('what a page says, in words', () => {
  it('of a product', () => {
    const about: Post['about'] = {
      price: { low: 9800, high: 9800, currency: 'JPY' },
      availability: 'inStock',
      rating: { value: 4.6, best: 5, count: 1204 },
      brand: 'Nagi',
    };
    expect(told(about)).toEqual([
      ['Price', '¥9,800'],
      ['Availability', ['aboutInStock', {}]],
      ['Rating', ['aboutRatingBy', { value: '4.6', best: '5', n: 1204 }]],
      ['Brand', 'Nagi'],
    ]);
    expect(told({ price: { low: 9, high: 12.5, currency: 'EUR' } })).toEqual([['Price', '€9.00 – €12.50']]);
    expect(told({ price: { low: 9, high: 9, currency: '' } })).toEqual([['Price', '9']]);
    expect(told({ rating: { value: 8, best: 10, count: null } })).toEqual([
      ['Rating', ['aboutRatingOf', { value: '8', best: '10' }]],
    ]);
  });

  it('of a video, with its channel and day', () => {
    expect(told({ duration: 3_723_000 }, 'video')).toEqual([
      ['Channel', 'Harbour Mill'],
      ['Uploaded', 'Nov 20, 2026'],
      ['Length', '1 hr 2 min 3 sec'],
    ]);
    expect(told({ duration: 142_400 }, 'video', 'ja').at(-1)?.[1]).toBe('2 分22 秒');
  });

  it('of an event, from when to when', () => {
    const [starts, ends] = [Date.UTC(2026, 11, 1, 10), Date.UTC(2026, 11, 1, 12)];
    const [[, both], [, place]] = told({ starts, ends, place: 'Kanda' }, 'page') as [string[], string[]];
    expect(both).toMatch(/^Dec 1, 2026, .+ – .+$/);
    expect(place).toBe('Kanda');
    expect(told({ starts, ends: starts - 1 }, 'page')[0]?.[1]).not.toContain('–');
  });

  it('of a page that says nothing is nothing, a post of a feed too', () => {
    expect(told(undefined, 'video')).toEqual([]);
  });
});

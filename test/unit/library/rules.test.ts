import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Decision, decidedHash, verdictOf } from '../../../src/library/decision.ts';
import { LibraryItem } from '../../../src/library/item.ts';
import { type RootItems, readLibrary } from '../../../src/library/read.ts';
import { relevantItems } from '../../../src/library/relevance.ts';
import { bySort, EVERYTHING, matching, SORTS } from '../../../src/library/search.ts';
import { columnOf, isIn, isShareable } from '../../../src/library/workflow-state.ts';
import { found, item, TODAY } from './items.ts';

const decision = (id: string, hash: string, part: Partial<Decision> = {}): Decision => ({
  id,
  about: 'a',
  hash,
  verdict: 'approved',
  at: 1,
  note: '',
  ...part,
});

describe('a decision', () => {
  it('is of canonical JSON: the order of keys is no matter (law)', () => {
    const reordered = (value: unknown): unknown =>
      typeof value !== 'object' || value === null
        ? value
        : Array.isArray(value)
          ? value.map(reordered)
          : Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([k, v]) => [k, reordered(v)]),
            );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(reordered(value))),
    );
    const one = item('a');
    expect(decidedHash(reordered(one) as LibraryItem)).toBe(decidedHash(one));
  });

  it('no longer holds for words that were edited, and holds again when they are put back', () => {
    const before = item('a');
    const all = [decision('d1', decidedHash(before))];
    expect(verdictOf(before, all)).toBe('approved');
    for (const part of [{ title: 'x' }, { link: '' }, { versions: [] }, { to: 5 }, { channels: [] }])
      expect([part, verdictOf(item('a', part), all)]).toEqual([part, 'suggested']);
    expect(verdictOf(item('a', { tags: ['秋'], campaign: 'c', at: 5 }), all)).toBe('approved');
    expect(verdictOf(item('b'), all)).toBe('suggested');
  });

  it('is the last one, in whatever order they come (law)', () => {
    const one = item('a');
    const verdict = fc.constantFrom<Decision['verdict']>('approved', 'declined');
    const some = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(3), verdict), { selector: ([id]) => id });
    fc.assert(
      fc.property(some, (rows) => {
        const all = rows.map(([id, at, said]) => decision(`d${id}`, decidedHash(one), { at, verdict: said }));
        return verdictOf(one, all) === verdictOf(one, all.toReversed());
      }),
    );
  });
});

describe('what rooms hold', () => {
  const roots = (room: string, root: string, rows: Record<string, unknown>): RootItems => ({
    room,
    root,
    items: new Map(Object.entries(rows)),
  });

  it('is read, and what does not fit is set aside and not lost', () => {
    const bad = { ...item('b'), link: 'javascript:alert(1)' };
    const library = readLibrary([
      roots('library/2026-11', 'items', { a: item('a'), b: bad, c: item('other'), d: 'words' }),
      roots('library/2026-11', 'decisions', { d: decision('d', decidedHash(item('a'))) }),
      roots('board', 'decisions', { e: 7 }),
    ]);
    expect([...library.items.keys()]).toEqual(['a']);
    expect(library.decisions.size).toBe(0);
    expect(library.aside.map(({ room, key, value }) => [room, key, value])).toEqual([
      ['board', 'e', 7],
      ['library/2026-11', 'b', bad],
      ['library/2026-11', 'c', item('other')],
      ['library/2026-11', 'd', 'words'],
    ]);
  });

  it('is the same in whatever order rooms arrive (law)', () => {
    const rooms = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom('a', 'b')), { maxLength: 6 });
    fc.assert(
      fc.property(rooms, (rows) => {
        const unique = new Map(rows.map(([room, at, id]) => [room, { at, id }]));
        const all = [...unique].map(([room, { at, id }]) =>
          roots(`library/2026-0${room + 1}`, 'items', { [id]: item(id, { at }), z: 0 }),
        );
        const [one, other] = [readLibrary(all), readLibrary(all.toReversed())];
        expect(new Map([...other.items].sort())).toEqual(new Map([...one.items].sort()));
        expect(other.aside).toEqual(one.aside);
      }),
    );
  });

  it('takes nothing that it says of its author', () => {
    const forged = { ...item('a'), by: 'boss' };
    expect(LibraryItem.parse(forged)).toEqual(item('a'));
    const roots: RootItems[] = [{ room: 'library/2026-11', root: 'items', items: new Map([['a', forged]]) }];
    expect(readLibrary(roots)).toMatchObject({ aside: [] });
    expect(JSON.stringify([...readLibrary(roots).items])).not.toContain('boss');
  });

  it('bounds what an item is', () => {
    const fits = (part: object) => LibraryItem.safeParse({ ...item('a'), ...part }).success;
    expect(fits({})).toBe(true);
    const version = { language: 'ja', words: '' };
    for (const part of [
      { versions: Array(13).fill(version) },
      { link: 'data:text/html,x' },
      { from: 1.5 },
      { id: '__proto__' },
      { media: [{ hash: 'x', type: '', bytes: 1, alt: '' }] },
    ])
      expect([part, fits(part)]).toEqual([part, false]);
  });
});

describe('finding', () => {
  it('stands in one column, and the trash is only in the trash', () => {
    expect(columnOf(item('a', { to: TODAY - 1 }), 'approved', TODAY)).toBe('expired');
    expect(columnOf(item('a', { from: TODAY + 1 }), 'approved', TODAY)).toBe('later');
    expect(columnOf(item('a'), 'declined', TODAY)).toBe('later');
    expect(columnOf(item('a', { to: TODAY }), 'approved', TODAY)).toBe('approved');
    const gone = item('a', { trashed: 1 });
    expect(isIn('', gone, 'approved', TODAY)).toBe(false);
    expect(isIn('approved', gone, 'approved', TODAY)).toBe(false);
    expect(isIn('trash', gone, 'approved', TODAY)).toBe(true);
    expect(isIn('now', item('a'), 'declined', TODAY)).toBe(false);
  });

  it('finds by words, tag, channel, language, campaign and who', () => {
    const one = found('a', { tags: ['カフェ'], campaign: 'autumn' }, 'suggested', [3, 4]);
    const owners = new Map([
      [3, 'aoi'],
      [4, 'mei'],
    ]);
    const fits = (part: Partial<typeof EVERYTHING>) =>
      matching({ ...EVERYTHING, ...part }, TODAY, owners)(one);
    const yes = [
      { words: 'ぶれんど 豆' },
      { words: 'tag:かふぇ' },
      { tag: 'ｶﾌｪ' },
      { channel: 'x', language: 'ja', campaign: 'autumn', who: 'aoi' },
      { who: 'mei' },
    ];
    for (const part of yes) expect([part, fits(part)]).toEqual([part, true]);
    const no = [{ words: '朝凪' }, { words: 'tag:豆' }, { tag: 'カフ' }, { language: 'en' }, { who: 'ren' }];
    for (const part of no) expect([part, fits(part)]).toEqual([part, false]);
  });

  it('sorts by what ends first, what is open last', () => {
    const all = [found('a'), found('b', { to: 9 }), found('c', { to: 3 })];
    const ids = all.toSorted(bySort('validity', 'ja')).map((one) => one.item.id);
    expect(ids).toEqual(['c', 'b', 'a']);
  });

  it('sorts what was declined behind all else, whatever the order', () => {
    const all = [
      found('a', { at: 1_900_000_000_000, to: 1, title: '' }, 'declined'),
      found('b', { title: 'b' }),
      found('c'),
    ];
    for (const sort of SORTS)
      expect([sort, all.toSorted(bySort(sort, 'ja')).at(-1)?.item.id]).toEqual([sort, 'a']);
  });

  it('offers no share of what was declined, lies in the trash or has no link', () => {
    expect(isShareable(item('a'), 'suggested')).toBe(true);
    expect(isShareable(item('a'), 'approved')).toBe(true);
    expect(isShareable(item('a'), 'declined')).toBe(false);
    expect(isShareable(item('a', { trashed: 1 }), 'approved')).toBe(false);
    expect(isShareable(item('a', { link: '' }), 'approved')).toBe(false);
  });

  it('offers the same page first, then its host, then shared words, and nothing that may not be used', () => {
    const all = [
      found('words', { link: '', title: 'Walnut caramel cake' }),
      found('host', { link: 'https://shop.example/other' }),
      found('same', { link: 'https://www.shop.example/beans/?utm_source=x' }),
      found('no', {}, 'declined'),
      found('old', { to: TODAY - 1 }),
      found('far', { link: 'https://elsewhere.example/', title: 'Caramel' }),
    ];
    const page = { url: 'https://shop.example/beans', title: 'A walnut and caramel recipe' };
    expect(relevantItems(all, page, TODAY).map((one) => one.item.id)).toEqual(['same', 'host', 'words']);
  });
});

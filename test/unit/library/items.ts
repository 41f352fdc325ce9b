import type { Verdict } from '../../../src/library/decision.ts';
import type { LibraryItem } from '../../../src/library/item.ts';
import { searchable } from '../../../src/library/search.ts';

export const TODAY = 20_000;

/** An item of the library with what a test says of it. */
export function item(id: string, part: Partial<LibraryItem> = {}): LibraryItem {
  return {
    id,
    at: 1_800_000_000_000,
    title: `夕凪ブレンド ${id}`,
    versions: [{ language: 'ja', words: '秋の新しい豆です' }],
    link: 'https://shop.example/beans',
    media: [],
    channels: ['x'],
    campaign: '',
    from: 0,
    to: 0,
    tags: [],
    trashed: 0,
    ...part,
  };
}

export const found = (
  id: string,
  part: Partial<LibraryItem> = {},
  verdict: Verdict = 'suggested',
  writers: readonly number[] = [],
) => searchable(item(id, part), verdict, { item: writers, verdict: [] });

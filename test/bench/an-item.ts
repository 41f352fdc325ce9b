import type { LibraryItem } from '../../src/library/item.ts';

/** An item of the library with these words, as a hub admits it. */
export const anItem = (id: string, at: number, words: string): LibraryItem => ({
  id,
  at,
  title: '',
  versions: [{ language: '', words }],
  link: '',
  media: [],
  channels: [],
  campaign: '',
  from: 0,
  to: 0,
  tags: [],
  trashed: 0,
});

import * as z from 'zod/mini';
import { table } from '../../workspace/declare.ts';
import { LibraryItem } from '../item.ts';

/** A cached library item for popup and side panel, which open no rooms. */
export const CachedItem = z.object({
  id: z.string().check(z.maxLength(64)),
  item: LibraryItem,
  verdict: z.enum(['suggested', 'approved', 'declined']),
  /** Host of its link without `www.`; empty without a link. */
  host: z.string().check(z.maxLength(255)),
  /** Words it is found by: its tags and the words of its title. */
  words: z.array(z.string().check(z.maxLength(60))),
});
export type CachedItem = z.infer<typeof CachedItem>;

export const shelf = table({
  name: 'shelf',
  row: CachedItem,
  indexes: 'id, host, *words',
  title: 'tableShelf',
  purpose: 'purposeShelf',
  leaves: 'never',
  keep: 'always',
  ofTeam: true,
  archive: 'derived',
});

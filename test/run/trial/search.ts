import * as z from 'zod/mini';
import { matching as matchingEvents, NO_FILTER } from '../../../src/activity/find.ts';
import { cardOf } from '../../../src/capture/card.ts';
import { EVERYTHING as ALL_CAPTURES, matching as matchingCaptures } from '../../../src/capture/search.ts';
import {
  EVERYTHING as ALL_ITEMS,
  matching as matchingItems,
  searchable,
} from '../../../src/library/search.ts';
import { ALL_LINKS, foundLink, matching as matchingLinks } from '../../../src/link/find-links.ts';
import { captured } from './captured.ts';
import type { Run } from './kind.ts';

const Input = z.looseObject({
  where: z.enum(['captures', 'activity', 'library', 'links']),
  kept: z.string(),
  typed: z.string(),
  both: z.optional(z.boolean()),
});

const happened = (title: string) => ({
  id: 'event-01',
  at: 1,
  day: 1,
  type: 'captured' as const,
  site: 'page',
  place: 'page.invalid',
  channel: '',
  post: 'page:1',
  about: 'capture-1',
  title,
  undone: 0,
});

const item = (title: string) => ({
  id: 'item-1',
  at: 1,
  title,
  versions: [],
  link: '',
  media: [],
  channels: [],
  campaign: '',
  from: 0,
  to: 0,
  tags: [],
  trashed: 0,
});

const link = (title: string) => ({
  id: 'link-1',
  nonce: '',
  at: 1,
  target: 'https://page.example/',
  channel: '',
  site: '',
  campaign: '',
  item: '',
  title,
  picture: '',
  until: 0,
  paused: false,
  from: 'here' as const,
  hub: '',
  address: 'https://go.example/link-1',
  share: '',
  asked: '',
  changed: 0,
});

const NOBODY = { hours: [], recent: [], today: 1 };

const sameName = (id: string) => id;

const FOUND: Readonly<Record<z.infer<typeof Input>['where'], (kept: string, words: string) => boolean>> = {
  captures: (kept, words) =>
    matchingCaptures({ ...ALL_CAPTURES, words })(cardOf(captured({ text: kept }), sameName)),
  activity: (kept, words) =>
    matchingEvents({ ...NO_FILTER, words }, { channelName: sameName, siteName: sameName })(happened(kept)),
  links: (kept, words) =>
    matchingLinks({ ...ALL_LINKS, words }, 1)(foundLink(link(kept), { ...NOBODY, channelName: sameName })),
  library: (kept, words) => matchingItems({ ...ALL_ITEMS, words }, 1)(searchable(item(kept), 'approved')),
};

/** Whether what is typed finds what is there; the other way round too, where that is asked for. */
export const runSearch: Run = (one) => {
  const { where, kept, typed, both = false } = Input.parse(one);
  const find = FOUND[where];
  return { found: find(kept, typed) && (!both || find(typed, kept)) };
};

import { fold } from '../i18n/fold.ts';
import { type Term, termsOf } from '../i18n/query.ts';
import { addedUp } from '../workspace/named.ts';
import { type LinkHour, peopleIn } from './clicks.ts';
import type { ClassCounts } from './hub-api.ts';
import type { ShortLink } from './tables.ts';

/** The states of a link. */
export const LINK_STATES = ['live', 'paused', 'ended', 'waiting', 'imported'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** The state of a link at a moment, UTC ms. */
export function stateOf({ from, paused, until, asked }: ShortLink, now: number): LinkState {
  if (from === 'file') return 'imported';
  if (until > 0 && until <= now) return 'ended';
  if (paused) return 'paused';
  return asked ? 'waiting' : 'live';
}

/** A filter of links; empty fields match any. */
export interface LinkFilter {
  readonly words: string;
  readonly state: LinkState | '';
  readonly channel: string;
  readonly campaign: string;
  readonly tag: string;
}
export const ALL_LINKS: LinkFilter = { words: '', state: '', channel: '', campaign: '', tag: '' };

/** A link with its clicks and its searchable text, normalised once. */
export interface FoundLink {
  readonly link: ShortLink;
  readonly counts: ClassCounts;
  readonly people: number;
  /** People on each of the last seven days, oldest first. */
  readonly week: readonly number[];
  /** The last hour in which a person followed it (whole hours since 1970, UTC); 0: nobody has. */
  readonly last: number;
  readonly haystack: string;
  readonly tags: string;
  readonly siteText: string;
}

const WEEK = 7;
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : '');

/** People on each of the seven days up to one (whole days since 1970), oldest first. */
export function weekOf(hours: readonly LinkHour[], today: number): number[] {
  const days = new Array<number>(WEEK).fill(0);
  for (const { day, counts } of hours) {
    const at = day - today + WEEK - 1;
    if (at >= 0 && at < WEEK) days[at] = (days[at] ?? 0) + peopleIn(counts);
  }
  return days;
}

interface Came {
  /** Hours of the days that are looked at. */
  readonly hours: readonly LinkHour[];
  /** Those of the last seven days. */
  readonly recent: readonly LinkHour[];
  readonly today: number;
  readonly channelName: (id: string) => string;
}

/** Prepares a link for searching, with its clicks. */
export function foundLink(link: ShortLink, { hours, recent, today, channelName }: Came): FoundLink {
  const { title, address, name = '', target, channel, site, campaign, tags = [] } = link;
  const text = [title, address, name, target, channel && channelName(channel), site, campaign, ...tags].join(
    '\n',
  );
  const followed = hours.filter(({ counts }) => peopleIn(counts) > 0);
  return {
    link,
    counts: addedUp(hours.flatMap(({ counts }) => Object.entries(counts))),
    people: hours.reduce((sum, { counts }) => sum + peopleIn(counts), 0),
    week: weekOf(recent, today),
    last: followed.reduce((last, { hour }) => Math.max(last, hour), 0),
    haystack: fold(text),
    tags: fold(tags.join('\n')),
    siteText: fold(`${site}\n${hostOf(target)}`),
  };
}

const isIn = ({ haystack, tags, siteText }: FoundLink, { field, text }: Term) =>
  (field === 'tag' ? tags : field === 'site' ? siteText : haystack).includes(text);

/** A filter as a predicate at a moment (UTC ms). Every word has to occur somewhere, also within a longer word. */
export function matching(filter: LinkFilter, now: number): (found: FoundLink) => boolean {
  const terms = termsOf(filter.words);
  const tag = fold(filter.tag);
  return (found) =>
    (filter.state === '' || stateOf(found.link, now) === filter.state) &&
    (filter.channel === '' || found.link.channel === filter.channel) &&
    (filter.campaign === '' || found.link.campaign === filter.campaign) &&
    (tag === '' || found.tags.split('\n').includes(tag)) &&
    terms.every((term) => isIn(found, term));
}

export const LINK_SORTS = ['newest', 'people', 'last', 'name'] as const;
export type LinkSort = (typeof LINK_SORTS)[number];

/** A comparison of links, the same on every device: ties are newest first, then by id. */
export function bySort(
  sort: LinkSort,
  language: string,
  nameOf: (link: ShortLink) => string,
): (a: FoundLink, b: FoundLink) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const first = (a: FoundLink, b: FoundLink) => {
    if (sort === 'people') return b.people - a.people;
    if (sort === 'last') return b.last - a.last;
    return sort === 'name' ? compare(nameOf(a.link), nameOf(b.link)) : 0;
  };
  return (a, b) => first(a, b) || b.link.at - a.link.at || (a.link.id < b.link.id ? -1 : 1);
}

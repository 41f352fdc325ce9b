import { dayOf } from '../activity/event.ts';
import { fold } from '../i18n/fold.ts';
import type { Field } from '../post/post.ts';
import type { Capture } from './capture.ts';
import { type Recorded, untilOf } from './rights/permission-status.ts';

/** What a list needs of each capture: small enough to keep 20,000 in memory. */
export interface Card {
  readonly id: string;
  readonly at: number;
  /** Recipe id; the host for a page without a recipe. */
  readonly site: string;
  readonly url: string;
  /** Recipe id, or `page`. */
  readonly recipe: string;
  /** Name, else handle; empty where neither was read. */
  readonly author: string;
  /** The post in a few words: its title, else the start of its text. */
  readonly words: string;
  readonly lang: string;
  /** SHA-256 of the first stored picture; empty where none is stored. */
  readonly picture: string;
  /** The day it was posted, whole days since 1970-01-01; null where that is not known. */
  readonly posted: number | null;
  readonly partial: boolean;
  readonly missing: readonly Field[];
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly rights: Recorded;
  /** When the permission ends, UTC ms; null for no end. */
  readonly until: number | null;
  /** All searchable text, folded; the fields after it hold parts of it for searches in one place. */
  readonly hay: string;
  readonly place: string;
  readonly by: string;
  readonly note: string;
}

/** Most characters of a post that a card can show. */
const WORDS = 240;

/** A capture's site for filtering and naming: recipe id, or the page's host. */
export function siteOf({ read }: Pick<Capture, 'read'>): string {
  return read.site === 'page' ? new URL(read.url).host : read.site;
}

const lines = (parts: readonly string[]) => fold(parts.filter(Boolean).join('\n'));

/** The day of a post: of its time in this device's zone, else the day the page names. */
function postedOn({ time, day }: Capture['read']): number | null {
  if (time !== null) return dayOf(time);
  return day ? Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) : null;
}

/** A capture as a list shows it. `siteName` gives the site's display name. */
export function cardOf(capture: Capture, siteName: (id: string) => string): Card {
  const { read, tags } = capture;
  const site = siteOf(capture);
  const place = lines([site, siteName(site), new URL(read.url).host]);
  const by = lines([read.author.name, read.author.handle]);
  const note = fold(capture.note);
  const others = [read.quotes, read.answers].flatMap((other) =>
    other ? [other.author.name, other.text] : [],
  );
  return {
    id: capture.id,
    at: capture.at,
    site,
    url: read.url,
    recipe: read.site,
    author: read.author.name || read.author.handle,
    words: (read.title || read.text).slice(0, WORDS),
    lang: read.lang,
    picture: capture.pictures.find((picture) => picture.state === 'stored')?.hash ?? '',
    posted: postedOn(read),
    partial: read.status === 'partial',
    missing: read.missing,
    tags,
    collections: capture.collections ?? [],
    rights: capture.rights,
    until: untilOf(capture),
    hay: [lines([read.title, read.text, ...tags, ...others]), by, note, place].join('\n'),
    place,
    by,
    note,
  };
}

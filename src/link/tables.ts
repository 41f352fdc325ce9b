import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import { MAX_TAG, MAX_TAGS } from '../workspace/tags.ts';
import { maybeWebAddress } from '../workspace/web-address.ts';
import { ClassCounts, HourResponse, LinkDay } from './hub-api.ts';
import { SharedLink } from './link.ts';
import { MAX_NAME } from './name.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

/** The origin of a link or of its clicks: made here, received from the hub, or imported from a file. */
export const ORIGINS = ['here', 'hub', 'file'] as const;

/** A link of one's own that people follow by a hub, or another shortener whose clicks were brought in. */
export const ShortLink = z.extend(SharedLink, {
  /** Another shortener's link has an id of its own making, and no number that proves it. */
  id: text(64),
  nonce: text(32),
  /** A file that is brought in may say anything; what a link leads to is a page. */
  target: maybeWebAddress(2000),
  from: z.enum(ORIGINS),
  /** The hub it leads from; empty for one of a file. */
  hub: text(40),
  /** Its whole address. */
  address: maybeWebAddress(2000),
  /** The share that it was made for; empty where that was on another device. */
  share: text(60),
  /** The target that is wanted and waits for a manager's yes; empty where none does. */
  asked: maybeWebAddress(2000),
  /** What its owner chose to stand in its address in the place of the id; the id leads as well. */
  name: z.optional(text(MAX_NAME)),
  /** The owner's own words to sort by; they stay on this device. Absent in rows of before there were any. */
  tags: z.optional(z.array(text(MAX_TAG)).check(z.maxLength(MAX_TAGS))),
  /** When it was changed last on this device, UTC ms. */
  changed: z.number(),
});
export type ShortLink = z.infer<typeof ShortLink>;

export const shortLinks = table({
  name: 'shortLinks',
  row: ShortLink,
  indexes: 'id, at, share, changed',
  title: 'tableShortLinks',
  purpose: 'purposeShortLinks',
  leaves: 'room',
  keep: 'always',
  withoutSite: (link, site) => (link.site === site ? null : link),
});

/** A day (UTC) of a link: what its hours add up to. `at`: when that day began, UTC ms. */
export const ClickDay = z.extend(LinkDay, {
  /** `<link> <day>`. */
  id: text(90),
  link: text(64),
  at: z.number(),
  from: z.enum(ORIGINS),
  hours: z.record(z.string().check(z.regex(/^(?:1?\d|2[0-3])$/)), ClassCounts),
  /**
   * For imported days: whether the file names no time zone, so that it is that day everywhere. Such a day is stored at noon.
   * Imports from before this field are all such days.
   */
  whole: z.optional(z.boolean()),
});
export type ClickDay = z.infer<typeof ClickDay>;

/** Whether a day is that day in every time zone, and its hour none. */
export const isWholeDay = ({ from, whole }: Pick<ClickDay, 'from' | 'whole'>): boolean =>
  from === 'file' && whole !== false;

export const clickDays = table({
  name: 'clickDays',
  row: ClickDay,
  indexes: 'id, day, link, at',
  title: 'tableClickDays',
  purpose: 'purposeClickDays',
  leaves: 'never',
  keep: 'always',
  ages: 'at',
  choices: [365, 730],
});

/**
 * The clicks of an hour of a link as its owner looked at them: with the hub away they are read, and counted again, from here.
 */
export const ClickHour = z.object({
  /** `<link> <hour>`. */
  id: text(90),
  link: text(64),
  /** Whole hours since 1970, UTC. */
  hour: z.int(),
  /** When the hub answered, UTC ms. */
  at: z.number(),
  /** When they go, UTC ms: with the hub's. */
  until: z.number(),
  said: HourResponse,
});
export type ClickHour = z.infer<typeof ClickHour>;

export const clickHours = table({
  name: 'clickHours',
  row: ClickHour,
  indexes: 'id, link, at',
  title: 'tableClickHours',
  purpose: 'purposeClickHours',
  leaves: 'never',
  keep: 31,
  ages: 'at',
  choices: [7],
  // The hub has them for as long as it may, and gives them again.
  archive: 'derived',
});

export const clickHourId = ({ link, hour }: { link: string; hour: number }): string => `${link} ${hour}`;

export const clickDayId = (link: string, day: number): string => `${link} ${day}`;

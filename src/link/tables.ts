import * as z from 'zod/mini';
import { table } from '../workspace/declare.ts';
import { moment } from '../workspace/moment.ts';
import { MAX_TAG, MAX_TAGS } from '../workspace/tags.ts';
import { text } from '../workspace/text.ts';
import { maybeWebAddress } from '../workspace/web-address.ts';
import { ClassCounts, HourResponse, LinkDay } from './hub-api.ts';
import { SharedLink } from './link.ts';
import { MAX_NAME } from './name.ts';

/** The origin of a link or of its clicks: made here, received from the hub, or imported from a file. */
export const ORIGINS = ['here', 'hub', 'file'] as const;

/** One's own link at a hub, or a link of another shortener whose clicks were imported. */
export const ShortLink = z.extend(SharedLink, {
  /** Links of other shorteners have ids of any form, and no nonce. */
  id: text(64),
  nonce: text(32),
  /** Imported files may contain anything, so the target has to be a web address. */
  target: maybeWebAddress(2000),
  from: z.enum(ORIGINS),
  /** Its hub; empty for an imported link. */
  hub: text(40),
  /** Its whole address. */
  address: maybeWebAddress(2000),
  /** The share that it was made for; empty if that was on another device. */
  share: text(60),
  /** A new target that waits for a manager's approval; empty if none does. */
  asked: maybeWebAddress(2000),
  /** The name its owner chose for its address; the id leads to it as well. */
  name: z.optional(text(MAX_NAME)),
  /** The owner's tags, which stay on this device. Absent in older rows. */
  tags: z.optional(z.array(text(MAX_TAG)).check(z.maxLength(MAX_TAGS))),
  /** When it was changed last on this device, UTC ms. */
  changed: moment,
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

/** The counts of a link's day (UTC), by hour. `at`: when that day began, UTC ms. */
export const ClickDay = z.extend(LinkDay, {
  /** `<link> <day>`. */
  id: text(90),
  link: text(64),
  at: moment,
  from: z.enum(ORIGINS),
  hours: z.record(z.string().check(z.regex(/^(?:1?\d|2[0-3])$/)), ClassCounts),
  /**
   * For imported days: whether the file names no time zone, so that it is that day everywhere. Such a day is stored at noon.
   * Imports from before this field are all such days.
   */
  whole: z.optional(z.boolean()),
});
export type ClickDay = z.infer<typeof ClickDay>;

/** Whether only the day is known, which is then the same in every time zone. */
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
 * The clicks of a link's hour that its owner has opened, so that they can be read and recounted while the hub is away.
 */
export const ClickHour = z.object({
  /** `<link> <hour>`. */
  id: text(90),
  link: text(64),
  /** Whole hours since 1970, UTC. */
  hour: z.int(),
  /** When the hub answered, UTC ms. */
  at: moment,
  /** When they are deleted, UTC ms: within hours of the hub's. */
  until: moment,
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

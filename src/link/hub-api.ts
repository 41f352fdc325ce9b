import * as z from 'zod/mini';
import { wholeDays } from '../workspace/moment.ts';
import { text } from '../workspace/text.ts';
import { DEVICES } from './click/classify-request.ts';
import { WORDS } from './click/request-word.ts';
import { CLASSES } from './click/rules.ts';
import { SharedLink } from './link.ts';
import { MAX_NAME } from './name.ts';

/** The HTTP messages about clicks between a device and a hub. Both sides validate them. */

const count = z.int().check(z.nonnegative());
const link = z.string().check(z.regex(/^[0-9A-Za-z]{11}$/));

/** Counts by class, those that are not zero. */
export const ClassCounts = z.partialRecord(z.enum(CLASSES), count);
export type ClassCounts = z.infer<typeof ClassCounts>;

/** One day (UTC) of a link: the counts of each hour, and the referrers, devices and countries of its people. */
export const LinkDay = z.object({
  link,
  /** Whole days since 1970-01-01, UTC. */
  day: wholeDays,
  /** By hour of that day, `0` to `23`. */
  hours: z.record(z.string().check(z.regex(/^(?:1?\d|2[0-3])$/)), ClassCounts),
  places: z.record(z.string().check(z.maxLength(255)), count),
  devices: z.partialRecord(z.enum(DEVICES), count),
  /** If the hub has a table of addresses; absent in rows from before it had one. */
  countries: z._default(z.record(z.string().check(z.maxLength(2)), count), {}),
});
export type LinkDay = z.infer<typeof LinkDay>;

/** What the device knows already: the number of the last change of days, and the stamp of the last changed link. */
export const ClicksAsk = z.object({ since: count, changed: z.number() });
export type ClicksAsk = z.infer<typeof ClicksAsk>;

/** A registered link, with the target that waits for a manager's approval; empty if none does. */
export const OwnerLink = z.object({
  ...SharedLink.shape,
  asked: text(2000),
  /** The name its owner chose for its address; empty: none. */
  name: z._default(z.string().check(z.maxLength(MAX_NAME)), ''),
});
export type OwnerLink = z.infer<typeof OwnerLink>;

/** Changes of a member's own links, in pages: the client fetches the next one until `more` is false. */
export const ClicksResponse = z.object({
  epoch: text(60),
  since: count,
  changed: z.number(),
  more: z.boolean(),
  /** Edition of the counting rules. */
  rules: z.int(),
  days: z.array(LinkDay),
  links: z.array(OwnerLink),
  /** The member's rank this month among those listed by name. */
  rank: z.nullable(z.object({ month: text(10), rank: z.int(), of: z.int() })),
});
export type ClicksResponse = z.infer<typeof ClicksResponse>;

export const HourAsk = z.object({ link, hour: count });

/**
 * A click as its link's owner sees it, enough to count it again: equal visitors and networks are marked by numbers that are
 * valid for this hour only.
 */
export const AnonymisedClick = z.object({
  id: text(40),
  visitor: z.int(),
  near: z.int(),
  word: z.enum(WORDS),
  referrer: text(255),
  device: z.enum(DEVICES),
  own: z.boolean(),
  qr: z.boolean(),
  /** People of its network on the owner's links earlier that day; sent only if the limit per network was reached. */
  met: z._default(count, 0),
});
export type AnonymisedClick = z.infer<typeof AnonymisedClick>;

/** The first clicks of an hour. The boolean tells whether they are still stored, or were deleted by age. */
export const HourResponse = z.object({
  rules: z.int(),
  /** The team's limit of people per network and day; absent from hubs without such a limit. */
  perNetwork: z.optional(count),
  kept: z.boolean(),
  all: count,
  counts: ClassCounts,
  clicks: z.array(AnonymisedClick),
  /** When the hub deletes them, UTC ms, and so have devices to; 0 from older hubs. */
  until: z._default(z.number(), 0),
});
export type HourResponse = z.infer<typeof HourResponse>;

/** Links with a new target that waits for approval, for the team's leaders. */
export const PendingTargets = z.object({
  asked: z.array(z.object({ link, member: text(40), title: text(200), from: text(2000), to: text(2000) })),
});
export type PendingTargets = z.infer<typeof PendingTargets>;

import * as z from 'zod/mini';
import { channelOf } from '../share/channels/index.ts';
import { localMoment } from '../ui/moments.ts';
import type { Setting } from '../workspace/setting.ts';

const minute = z.int().check(z.minimum(0), z.maximum(1439));

/** How much a person wants to share, for the sake of their readers. */
export const Pace = z.object({
  /** Daily limit; 0 for none. */
  cap: z.int().check(z.minimum(0), z.maximum(99)),
  /** Quiet hours in minutes of the local day; `from` after `to` crosses midnight. */
  quiet: z.object({ on: z.boolean(), from: minute, to: minute }),
});
export type Pace = z.infer<typeof Pace>;

/** Off by default. */
export const paceSetting: Setting<Pace> = {
  name: 'pace',
  value: Pace,
  initial: { cap: 0, quiet: { on: false, from: 22 * 60, to: 7 * 60 } },
};

/** Why a share is paused, and when it could go out, UTC ms. */
export interface Pause {
  readonly why: 'quiet' | 'cap';
  readonly until: number;
}

/** Minute of the local day. */
function minuteOf(at: number): number {
  const local = new Date(at);
  return local.getHours() * 60 + local.getMinutes();
}

/** Whether a moment is within the quiet hours. Equal times mean none. */
export function isQuiet({ on, from, to }: Pace['quiet'], at: number): boolean {
  if (!on || from === to) return false;
  const now = minuteOf(at);
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** The next moment after `at` (UTC ms) at which the local clock shows this minute. */
function nextMinute(at: number, minuteOfDay: number): number {
  const [hour, rest] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  const today = localMoment(at, 0, hour, rest);
  return today > at ? today : localMoment(at, 1, hour, rest);
}

/** Local hour at which a share over the daily limit may go out the next day. */
const MORNING = 9;

/**
 * Whether a share at a moment (UTC ms) may go out. `shared`: how many did on its local day. Quiet hours end by
 * the local clock, also on days with a change to or from summer time; the daily limit ends the next morning.
 */
export function pauseAt({ cap, quiet }: Pace, at: number, shared: number): Pause | null {
  if (isQuiet(quiet, at)) return { why: 'quiet', until: nextMinute(at, quiet.to) };
  if (cap === 0 || shared < cap) return null;
  const morning = localMoment(at, 1, MORNING);
  return { why: 'cap', until: isQuiet(quiet, morning) ? nextMinute(morning, quiet.to) : morning };
}

/** Whether shares to a channel reach followers. An unknown channel counts as one that does. */
export function reachesReaders(channel: string): boolean {
  return channelOf(channel)?.followers ?? true;
}

interface Opened {
  readonly type: string;
  readonly channel: string;
  readonly post: string;
  readonly undone: number;
}

/** Distinct shares by post and channel: the same post opened twice in one place is one share to its readers. */
export function sharedIn(events: readonly Opened[]): Set<string> {
  const counted = events.filter(
    ({ type, channel, undone }) => type === 'opened' && undone === 0 && reachesReaders(channel),
  );
  return new Set(counted.map(shareKey));
}

/** Key of a post in one channel. */
export function shareKey({ post, channel }: Pick<Opened, 'post' | 'channel'>): string {
  return `${channel}|${post}`;
}

import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { Refused } from '../../team/hub-api.ts';
import type { Who } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';

const STATUS: Partial<Record<Refused['refused'], 400 | 401 | 403 | 404 | 413 | 415 | 429>> = {
  session: 401,
  role: 403,
  unknown: 404,
  invite: 404,
  rate: 429,
  'media-size': 413,
  'media-type': 415,
};

/** Refuses with a reason of the closed list. */
export function refuse(c: Context, refused: Refused['refused'], more: Partial<Refused> = {}) {
  return c.json({ refused, ...more }, STATUS[refused] ?? 400);
}

/** The body by its schema, null where it does not fit. */
export async function bodyOf<Asked>(c: Context, schema: z.ZodMiniType<Asked>): Promise<Asked | null> {
  const read = schema.safeParse(await c.req.json().catch(() => undefined));
  return read.success ? read.data : null;
}

/** Who asks, by the token in the header. Null for none, one that is over, or one whose member was removed. */
export function whoAsks(c: Context, hub: Hub): (Who & { device: number }) | null {
  const token = /^Bearer ([\w-]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  const device = token ? hub.sessions.deviceOf(token) : null;
  const who = device === null ? null : hub.people.whoOf(device);
  if (device === null || !who) return null;
  // A device that stays signed in over midnight is known by what it asks on the new day.
  hub.visitors.note(who.member, hub.sourceOf(c), c.req.header('user-agent') ?? '');
  return { ...who, device };
}

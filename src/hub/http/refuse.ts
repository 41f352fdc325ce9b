import type { Context } from 'hono';
import type { Refused } from '../../team/hub-api.ts';

const STATUS: Partial<Record<Refused['refused'], 400 | 401 | 403 | 404 | 413 | 415 | 429 | 507>> = {
  session: 401,
  role: 403,
  unknown: 404,
  invite: 404,
  rate: 429,
  'media-size': 413,
  'media-type': 415,
  full: 507,
};

/** Answers with a refusal and the HTTP status of its reason. */
export function refuse(c: Context, refused: Refused['refused'], more: Partial<Refused> = {}) {
  return c.json({ refused, ...more }, STATUS[refused] ?? 400);
}

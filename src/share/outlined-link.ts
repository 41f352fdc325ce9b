import { type LinkKind, leadsTo, type Shortening } from '../link/make-link.ts';
import { shortLink, UNMADE } from '../link/short.ts';
import { type Tracked, type Tracking, trackedLink } from './link.ts';

/** A share's final target, with its labels. */
export function targetOf(tracking: Tracking, shortening: Pick<Shortening, 'rules'> | null): Tracked {
  if (!shortening) return trackedLink(tracking);
  const { labels, code } = shortening.rules;
  return trackedLink({ ...tracking, labels, code: code ? tracking.code : '' });
}

/** A preview of the link before it exists, for display and measuring. */
export function outlinedLink(
  tracking: Tracking,
  shortening: Shortening | null,
  kind: LinkKind = 'short',
): Tracked {
  const target = targetOf(tracking, shortening);
  if (kind === 'long' || !shortening || !target.ok || !leadsTo(target.url, shortening)) return target;
  return { ok: true, url: shortLink(shortening.address, UNMADE) };
}

/** Whether the hub makes a link of it at all. */
export function isLedByHub(tracking: Tracking, shortening: Shortening): boolean {
  const target = targetOf(tracking, shortening);
  return target.ok && leadsTo(target.url, shortening);
}

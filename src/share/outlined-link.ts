import { type LinkKind, leadsTo, type Shortening } from '../link/make-link.ts';
import { shortLink, UNMADE } from '../link/short.ts';
import { type Tracked, type Tracking, trackedLink } from './link.ts';

/** Where a share leads in the end: the target with what it is to be told. */
export function targetOf(tracking: Tracking, shortening: Pick<Shortening, 'rules'> | null): Tracked {
  if (!shortening) return trackedLink(tracking);
  const { labels, code } = shortening.rules;
  return trackedLink({ ...tracking, labels, code: code ? tracking.code : '' });
}

/** The link as it will be, before there is one: what is shown and measured. */
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

import type { HubContext } from '../../hub/context.ts';
import { type ApiRouter, json, nothing } from '../../hub/http/api-router.ts';
import { RateLimits } from '../../hub/http/rate-limits.ts';
import { EVERYBODY, LEADERS } from '../../hub/people/rights.ts';
import { ClicksAsk, HourAsk, type PendingTargets } from '../hub-api.ts';
import type { LinkService } from './link-service.ts';

/** Hours that a member may look at. */
const HOURS = { most: 5000, perSecond: 50 };

/** What came of a member's own links, for that member alone; and links that wait for a manager's yes. */
export function clickRoutes(router: ApiRouter, service: LinkService, { now }: HubContext): void {
  const hours = new RateLimits(HOURS, now);
  router.query('/api/clicks', { roles: EVERYBODY, read: json(ClicksAsk) }, ({ caller, body }) =>
    service.newsFor(caller.member, body),
  );
  router.query('/api/clicks/hour', { roles: EVERYBODY, read: json(HourAsk) }, async ({ caller, body }) => {
    if (service.links.get(body.link)?.member !== caller.member) return { refused: 'unknown' };
    if (!hours.take(caller.member)) return { refused: 'rate' };
    return service.hourResponse(body.link, body.hour);
  });
  router.query('/api/links/asked', { roles: LEADERS, read: nothing }, () => {
    const asked = service.links.pendingChanges().map(({ member, link, pending }) => ({
      link: link.id,
      member,
      title: link.title,
      from: link.target,
      to: pending?.target ?? '',
    }));
    return { asked } satisfies PendingTargets;
  });
}

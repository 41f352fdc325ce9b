import { type Door, json, nothing } from '../../hub/http/door.ts';
import type { Hub } from '../../hub/hub.ts';
import { EVERYBODY, LEADERS } from '../../hub/people/rights.ts';
import { type AskedLinks, ClicksAsk, HourAsk } from '../hub-api.ts';
import { newsFor } from './mine.ts';

/** What came of a member's own links, told to that member alone; and links that wait for a manager's yes. */
export function clickRoutes(door: Door, hub: Hub): void {
  door.query('/api/clicks', { roles: EVERYBODY, read: json(ClicksAsk) }, ({ caller, body }) =>
    newsFor(hub, caller.member, body),
  );
  door.query('/api/clicks/hour', { roles: EVERYBODY, read: json(HourAsk) }, async ({ caller, body }) => {
    if (hub.linkOf(body.link)?.member !== caller.member) return { refused: 'unknown' };
    if (!hub.asking.take(caller.member)) return { refused: 'rate' };
    return hub.links.hourSaid(body.link, body.hour);
  });
  door.query('/api/links/asked', { roles: LEADERS, read: nothing }, () => {
    const asked = hub.links.links.asked().map(({ member, link, asked: wanted }) => ({
      link: link.id,
      member,
      title: link.title,
      from: link.target,
      to: wanted?.target ?? '',
    }));
    return { asked } satisfies AskedLinks;
  });
}

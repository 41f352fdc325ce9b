import type { Hono } from 'hono';
import { type AskedLinks, ClicksAsk, HourAsk } from '../../click/hub-api.ts';
import { keptUntil } from '../../team/link-rules.ts';
import { leads } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';
import { hourSaid } from '../links/hour-said.ts';
import { newsFor } from '../links/mine.ts';
import { bodyOf, refuse, whoAsks } from './asked.ts';

/** What came of a member's own links, told to that member alone; and links that wait for a manager's yes. */
export function clickRoutes(app: Hono, hub: Hub): void {
  app.post('/api/clicks', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const asked = await bodyOf(c, ClicksAsk);
    return asked ? c.json(await newsFor(hub, who.member, asked)) : refuse(c, 'form');
  });
  app.post('/api/clicks/hour', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const asked = await bodyOf(c, HourAsk);
    if (!asked) return refuse(c, 'form');
    if (hub.linkOf(asked.link)?.member !== who.member) return refuse(c, 'unknown');
    if (!hub.asking.take(who.member)) return refuse(c, 'rate');
    const until = keptUntil(asked.hour, hub.team.linkRules);
    return c.json(hourSaid(await hub.links.ofHour(asked.link, asked.hour), hub.rules, until));
  });
  app.post('/api/links/asked', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    if (!leads(who.role)) return refuse(c, 'role');
    const asked = hub.links.links.asked().map(({ member, link, asked: wanted }) => ({
      link: link.id,
      member,
      title: link.title,
      from: link.target,
      to: wanted?.target ?? '',
    }));
    return c.json({ asked } satisfies AskedLinks);
  });
}

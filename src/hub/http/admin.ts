import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AdminView, History } from '../../team/hub-api.ts';
import { leads, mayRead, roomNamed } from '../../workspace/room.ts';
import type { Hub } from '../hub.ts';
import { noteDeed } from '../people/deeds.ts';
import { whoTeam } from './admin-view.ts';
import { bodyOf, refuse, whoAsks } from './asked.ts';

const HistoryAsk = z.object({
  room: z.string().check(z.maxLength(80)),
  root: z.string().check(z.maxLength(40)),
  key: z.string().check(z.maxLength(64)),
});
const MOST_VERSIONS = 100;

/** What admins see and do, and the past of an item for whoever reads its room. */
export function adminRoutes(app: Hono, hub: Hub): void {
  app.post('/api/admin', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    if (!leads(who.role)) return refuse(c, 'role');
    return c.json((await whoTeam(hub)) satisfies AdminView);
  });
  app.post('/api/devices', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const devices = hub.people.devicesOf(who.member).filter(({ removed }) => removed === null);
    const shown = devices.map(({ number, name, at }) => ({ number, name, at, removed: null }));
    return c.json({ devices: shown, mine: who.device });
  });
  app.post('/api/history', async (c) => {
    const who = whoAsks(c, hub);
    const asked = await bodyOf(c, HistoryAsk);
    const room = asked && roomNamed(hub.rooms, asked.room);
    if (!who || !room || !mayRead(room, who)) return refuse(c, who ? 'unknown' : 'session');
    return c.json(await historyOf(hub, asked));
  });
  app.post('/api/backup', async (c) => {
    const who = whoAsks(c, hub);
    if (who?.role !== 'admin') return refuse(c, who ? 'role' : 'session');
    const name = await hub.backup();
    await noteDeed(hub.db, { member: who.member, at: hub.now(), what: 'backup', about: name });
    return c.json({ backup: name });
  });
  app.post('/api/export', async (c) => {
    const who = whoAsks(c, hub);
    if (who?.role !== 'admin') return refuse(c, who ? 'role' : 'session');
    return c.json(await hub.exported());
  });
}

async function historyOf(hub: Hub, { room, root, key }: z.infer<typeof HistoryAsk>): Promise<History> {
  const rows = await hub.db
    .selectFrom('version')
    .select(['at', 'member', 'value'])
    .where('room', '=', room)
    .where('root', '=', root)
    .where('key', '=', key)
    .orderBy('seq', 'desc')
    .orderBy('part', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  const versions = rows.map(({ at, member, value }) => ({
    at: Number(at),
    member,
    value: value === null ? null : (JSON.parse(value) as unknown),
  }));
  return { versions };
}

import type { AdminView } from '../../team/hub-api.ts';
import { cleanName } from '../../team/names.ts';
import { mayRead } from '../../workspace/room.ts';
import { EXPORT_HOLDS, exportTeam } from '../backup/export.ts';
import { appendAudit } from '../people/audit-log.ts';
import { ADMINS, EVERYBODY, LEADERS } from '../people/rights.ts';
import type { HubServices } from '../services.ts';
import { isDiskFull } from '../store/disk-full.ts';
import { adminView } from './admin-view.ts';
import { type ApiRouter, json, nothing, Streamed } from './api-router.ts';
import { HistoryAsk, historyOf } from './history.ts';

/** What was written; null where the disk is full. */
async function nullIfFull<Value>(writing: Promise<Value>): Promise<Value | null> {
  try {
    return await writing;
  } catch (error) {
    if (isDiskFull(error)) return null;
    throw error;
  }
}

/** Routes for admins, and an item's history for whoever may read its room. */
export function adminRoutes(router: ApiRouter, hub: HubServices): void {
  router.query('/api/admin', { roles: LEADERS, read: nothing }, async () => {
    return (await adminView(hub)) satisfies AdminView;
  });
  router.query('/api/devices', { roles: EVERYBODY, read: nothing }, ({ caller }) => {
    const devices = hub.people.devicesOf(caller.member).filter(({ removed }) => removed === null);
    const shown = devices.map(({ number, name, at }) => ({
      number,
      name: cleanName(name),
      at,
      removed: null,
    }));
    return { devices: shown, mine: caller.device };
  });
  router.query('/api/history', { roles: EVERYBODY, read: json(HistoryAsk) }, ({ caller, body }) => {
    const room = hub.rooms.named(body.room);
    return room && mayRead(room, caller) ? historyOf(hub, body) : { refused: 'unknown' };
  });
  router.command('/api/backup', { roles: ADMINS, read: nothing }, async ({ caller }) => {
    const name = await nullIfFull(hub.backup());
    if (name === null) return { refused: 'full' };
    await appendAudit(hub.db, { member: caller.member, at: hub.now(), what: 'backup', about: name });
    return { backup: name };
  });
  // A query, so that the role is checked once more before anything leaves; its line of the audit comes first.
  router.query('/api/export', { roles: ADMINS, read: nothing }, async ({ caller }) => {
    const line = { member: caller.member, at: hub.now(), what: 'export', about: '' };
    const isLogged = await nullIfFull(appendAudit(hub.db, line).then(() => true));
    return isLogged ? new Streamed(exportTeam(hub), EXPORT_HOLDS) : { refused: 'full' };
  });
}

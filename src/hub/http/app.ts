import { Hono } from 'hono';
import type { HubServices } from '../services.ts';
import { adminRoutes } from './admin.ts';
import { ApiRouter } from './api-router.ts';
import { companionFiles, companionRoutes } from './companion.ts';
import { invitationRoutes } from './invitation.ts';
import { joinRoutes } from './join.ts';
import { mediaRoutes } from './media.ts';
import { plainPages } from './plain.ts';
import { secureResponses } from './security-headers.ts';
import { sessionRoutes } from './session.ts';

/** All HTTP routes of the hub. Rooms are synced over a WebSocket on the same port. */
export function httpApp(hub: HubServices): Hono {
  const app = new Hono();
  secureResponses(app, hub);
  app.get('/api/hub', (c) => c.json({ hub: hub.id, epoch: hub.epoch }));
  const router = new ApiRouter(app, hub, (seen) => hub.capabilities.deviceSeen(seen));
  joinRoutes(router, hub);
  sessionRoutes(router, hub);
  adminRoutes(router, hub);
  mediaRoutes(router, hub);
  hub.capabilities.routes(router, hub);
  plainPages(app);
  const companion = companionFiles(hub.settings.web ?? '');
  if (companion.size > 0) companionRoutes(app, companion);
  else invitationRoutes(app);
  return app;
}

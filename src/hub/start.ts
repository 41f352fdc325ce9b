import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { dropPartialBackups } from './backup/backup.ts';
import { finishRestore } from './backup/restore.ts';
import { stepsOf } from './capabilities.ts';
import type { HubCapability } from './capability.ts';
import type { ConnectionBounds } from './edge/connections.ts';
import { draining } from './edge/draining.ts';
import { Edge, timeoutsOf } from './edge/edge.ts';
import { answerProbe } from './edge/health.ts';
import { limitPipelining } from './edge/pipelining.ts';
import { httpApp } from './http/app.ts';
import { withWholeBody } from './http/whole-body.ts';
import { Hub } from './hub.ts';
import { listen } from './listen.ts';
import type { Log } from './log-line.ts';
import { firstInvite } from './people/first-invite.ts';
import { People } from './people/people.ts';
import { random } from './people/secrets.ts';
import { Sessions } from './people/sessions.ts';
import type { HubSettings } from './settings.ts';
import { metaOf } from './store/meta.ts';
import { openStore } from './store/sqlite.ts';
import { type SocketBounds, serveSockets } from './sync/socket.ts';

/**
 * What a hub is started with: its capabilities, and test seams for the clock and limits. `requestMs`: the time for a whole
 * request; `rest`: how long an abandoned room stays loaded, ms.
 */
export interface StartParts {
  readonly capabilities: readonly HubCapability[];
  readonly now?: () => number;
  readonly requestMs?: number;
  readonly rest?: number;
  readonly sockets?: SocketBounds;
  readonly connections?: ConnectionBounds;
}

/** A running hub. */
export interface Running {
  readonly hub: Hub;
  readonly port: number;
  /** The first admin's invite link; null once the team has an admin. */
  readonly admin: string | null;
  readonly stop: () => Promise<void>;
}

/** Starts a hub on its folder. Throws a TakenError if another one runs there. */
export async function startHub(settings: HubSettings, log: Log, parts: StartParts): Promise<Running> {
  const { now = Date.now, capabilities } = parts;
  finishRestore(settings.folder);
  const store = await openStore(settings.folder, now(), stepsOf(capabilities));
  dropPartialBackups(settings.folder);
  if (store.copied) log('store-upgraded', { copy: store.copied });
  const people = await People.load(store.db);
  const id = await metaOf(store.db, 'hub', () => random(12));
  const epoch = await metaOf(store.db, 'epoch', () => crypto.randomUUID());
  let answer: ReturnType<typeof withWholeBody> | null = null;
  let running: Hub | null = null;
  const http = createServer(timeoutsOf(settings, parts.requestMs), (request, response) => {
    const refused = running?.services.edge.received(request, response) ?? null;
    if (answerProbe(async () => (await running?.isReady()) ?? false, request, response)) return;
    if (refused) return void response.writeHead(refused, { connection: 'close' }).end();
    if (running?.handles(request, response)) return;
    // Requests that arrive while rooms are being opened get a 503, or they would wait forever.
    if (answer) void answer(request, response);
    else response.writeHead(503, { 'retry-after': '1' }).end();
  });
  const { drained } = draining(http);
  http.on('connection', limitPipelining);
  const port = await listen(http, settings).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const at = (address: string) => address.replace(/:0$/, `:${port}`);
  const own = { ...settings, address: at(settings.address), links: at(settings.links ?? '') };
  const sessions = new Sessions(now);
  const edge = new Edge(own, (token) => sessions.deviceOf(token), parts.connections);
  edge.listensOn(port);
  http.on('connection', (socket) => edge.connected(socket));
  const { rest } = parts;
  const made = { settings: own, log, now, capabilities, store, people, sessions, edge, id, epoch, rest };
  const hub = await Hub.open(made);
  running = hub;
  answer = withWholeBody(getRequestListener(httpApp(hub.services).fetch));
  const { server, log: roomLog } = hub.services.rooms;
  const sockets = serveSockets(http, server, edge, now, parts.sockets);
  const stop = async () => {
    await drained();
    await roomLog.settled();
    sockets.close();
    http.closeAllConnections();
    server.closeConnections();
    await hub.close();
  };
  return { hub, port, admin: await firstInvite(hub.services), stop };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hocuspocus } from '@hocuspocus/server';
import { backUp } from './backup/backup.ts';
import { eraseAgain, eraseMember, forgetName } from './backup/erase.ts';
import { noteRemoval, noteRemovals } from './backup/removals.ts';
import { Capabilities, roomsOf } from './capabilities.ts';
import type { HubCapability } from './capability.ts';
import type { HubContext } from './context.ts';
import type { Edge } from './edge/edge.ts';
import { IncomingBodies } from './http/incoming-bodies.ts';
import { RateLimits } from './http/rate-limits.ts';
import type { Log } from './log-line.ts';
import { Media } from './media/media.ts';
import { Outgoing } from './outgoing/outgoing.ts';
import { Commands } from './people/command-table.ts';
import { MEMBER_COMMANDS } from './people/commands.ts';
import { HubKey } from './people/keys.ts';
import { MemberLimits } from './people/member-limits.ts';
import type { MemberAdmin } from './people/members.ts';
import { Pairings } from './people/pairing.ts';
import type { People } from './people/people.ts';
import type { Sessions } from './people/sessions.ts';
import { Readiness } from './readiness.ts';
import { HubRooms } from './rooms/hub-rooms.ts';
import { TeamRoom } from './rooms/team-room.ts';
import type { HubServices } from './services.ts';
import type { HubSettings } from './settings.ts';
import { RoomLog } from './store/log.ts';
import { nextOf } from './store/meta.ts';
import type { Store } from './store/sqlite.ts';
import { MonthlyBytes } from './sync/monthly-bytes.ts';
import { syncServer } from './sync/sync.ts';

const MOST_SENT = 2 * 1024 ** 3;
const MOST_READ = 16 * 1024 ** 3;

/** The parts that a hub is composed from. */
export interface HubParts {
  readonly settings: HubSettings;
  readonly log: Log;
  readonly now: () => number;
  readonly capabilities: readonly HubCapability[];
  readonly store: Store;
  readonly people: People;
  readonly sessions: Sessions;
  readonly edge: Edge;
  readonly id: string;
  readonly epoch: string;
  /** How long an abandoned room stays loaded, ms. */
  readonly rest?: number | undefined;
}

/** The composition root: makes the context, the engine's services and the capabilities. */
export class Hub {
  readonly services: HubServices;
  private readonly store: Store;
  private readonly quota: MonthlyBytes;
  private readonly readiness: Readiness;

  private constructor(services: HubServices, store: Store, quota: MonthlyBytes) {
    this.services = services;
    this.store = store;
    this.quota = quota;
    const { capabilities } = services;
    this.readiness = new Readiness(
      () => this.canWrite(),
      () => capabilities.isFailing,
    );
  }

  /** Opens the hub's own rooms and the capabilities. */
  static async open(parts: HubParts): Promise<Hub> {
    const { settings, store, people, now, log } = parts;
    const { db } = store;
    const capabilities = new Capabilities(parts.capabilities);
    const quota = new MonthlyBytes({ db, now, most: settings.roomBytes });
    const rooms = await openRooms(parts, capabilities, quota);
    const media = new Media(settings.folder, db);
    noteRemovals(settings.folder, people);
    const erased = await eraseAgain({ settings, now, people, rooms, db, media, capabilities, quota });
    const rules = parts.capabilities.flatMap((one) => one.rules ?? []);
    const team = await TeamRoom.open({ room: await rooms.open('team'), people, db, rules, log });
    const { id, epoch, edge } = parts;
    const measures = parts.capabilities.flatMap((one) => one.measures ?? []);
    const context: HubContext = {
      ...{ id, epoch, settings, log, now, db, people, rooms, team, media, edge, measures },
    };
    await capabilities.open(context);
    team.showsWith(() => capabilities.profile());
    await team.show();
    for (const member of erased) await forgetName(context, member);
    if (erased.length > 0) store.truncate();
    const hub = new Hub(servicesOf(context, parts, capabilities, quota), store, quota);
    await capabilities.start();
    return hub;
  }

  isReady(): Promise<boolean> {
    return this.readiness.now();
  }

  private async canWrite(): Promise<boolean> {
    const { db, epoch, capabilities } = this.services;
    await db.updateTable('meta').set({ value: epoch }).where('name', '=', 'epoch').execute();
    return capabilities.isReady();
  }

  /** Lets capabilities handle a request before the routes; false if none did. */
  handles(request: IncomingMessage, response: ServerResponse): boolean {
    return this.services.capabilities.handles(request, response);
  }

  /** The service of a capability. */
  service<Service>(capability: HubCapability<Service>): Service {
    return this.services.capabilities.service(capability);
  }

  /** Resolves when all pending work is written, for a clean stop and for tests. */
  async settled(): Promise<void> {
    const { rooms, capabilities } = this.services;
    await rooms.log.settled();
    await capabilities.settled();
    await rooms.log.settled();
  }

  async close(): Promise<void> {
    const { rooms, capabilities } = this.services;
    await this.settled();
    await capabilities.close();
    await rooms.close();
    await rooms.log.settled();
    await rooms.unload();
    await this.quota.flush();
    await this.store.close();
  }
}

async function openRooms(
  { settings, store: { db }, people, sessions, now, log, rest, ...parts }: HubParts,
  capabilities: Capabilities,
  quota: MonthlyBytes,
): Promise<HubRooms> {
  const declared = roomsOf(parts.capabilities);
  const roomLog = new RoomLog(db, (room, seq) => log('row-set-aside', { room: kindOf(room), seq }));
  const server = syncServer({
    rooms: declared,
    log: roomLog,
    deviceOf: (token) => sessions.deviceOf(token),
    whoOf: (device) => people.whoOf(device),
    now,
    quota,
    rest,
    refused: (reason, room) => log('refused', { reason, room: kindOf(room) }),
    written: (room, writer, changes) => capabilities.committed({ room, writer, changes, at: now() }),
  }) as Hocuspocus<never>;
  return new HubRooms({ db, declared, server, log: roomLog, now, clientId: await nextOf(db, 'session') });
}

const kindOf = (room: string): string => room.split('/')[0] ?? '';

function servicesOf(
  context: HubContext,
  parts: HubParts,
  capabilities: Capabilities,
  quota: MonthlyBytes,
): HubServices {
  const { settings, people, now } = context;
  const [memberLimits, pairings] = [new MemberLimits(now), new Pairings(now)];
  const [incomingBodies, outgoing] = [new IncomingBodies(), new Outgoing()];
  const admin = memberAdmin(context, parts, { capabilities, quota, pairings, incomingBodies, outgoing });
  const served = [{ commands: MEMBER_COMMANDS, service: admin }, ...capabilities.commands];
  return {
    ...context,
    sessions: parts.sessions,
    pairings,
    memberLimits,
    key: HubKey.of(settings.folder),
    members: admin,
    commands: new Commands(context, memberLimits, served),
    capabilities,
    incomingBodies,
    outgoing,
    // Wide enough for a whole office that joins from one address; an invite is protected by its 192 bits, not by this.
    joining: new RateLimits({ most: 3000, perSecond: 20 }, now),
    // So many bytes at once, refilled within a day.
    sending: new RateLimits({ most: MOST_SENT, perSecond: MOST_SENT / 86_400 }, now),
    reading: new RateLimits({ most: MOST_READ, perSecond: MOST_READ / 86_400 }, now),
    backup: backups(parts.store, settings.folder, people, now),
  };
}

interface Followers extends Pick<HubServices, 'capabilities' | 'pairings' | 'incomingBodies' | 'outgoing'> {
  readonly quota: MonthlyBytes;
}

function memberAdmin(
  context: HubContext,
  { sessions, store }: HubParts,
  { capabilities, quota, pairings, incomingBodies, outgoing }: Followers,
): MemberAdmin {
  const { people, rooms, settings, log } = context;
  return {
    ...context,
    pairings,
    // A removed device's tokens end at once.
    follow(device) {
      const who = people.whoOf(device);
      if (!who) sessions.end(device);
      rooms.follow(device, who);
      incomingBodies.follow(device, who);
      outgoing.follow(device, who);
    },
    memberChanged: (member, change) => capabilities.memberChanged(member, change),
    noteRemoval: (removed) => noteRemoval(settings.folder, log, removed),
    async erase(member) {
      await eraseMember({ ...context, capabilities, quota }, member);
      await context.team.show();
      await forgetName(context, member);
      await capabilities.erased(member);
      store.truncate();
    },
  };
}

/** Runs one backup at a time; concurrent calls share it. */
function backups(store: Store, folder: string, people: People, now: () => number): () => Promise<string> {
  let running: Promise<string> | null = null;
  return () => {
    noteRemovals(folder, people);
    running ??= backUp(store, folder, now()).finally(() => {
      running = null;
    });
    return running;
  };
}

import { statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Hocuspocus } from '@hocuspocus/server';
import { getRequestListener } from '@hono/node-server';
import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { NEWEST, type Rules, setBy } from '../link/click/rules.ts';
import { LinkWork } from '../link/hub/link-work.ts';
import type { LiveLink } from '../link/hub/links.ts';
import { Visitors } from '../link/hub/visitors.ts';
import type { GuardedFigures } from '../results/hub/figures/guarded-figures.ts';
import { decideFigures, openFigures } from '../results/hub/figures/open-figures.ts';
import { Folding } from '../results/hub/folding.ts';
import { Tally } from '../results/hub/tally.ts';
import { ROOMS } from '../rooms.ts';
import type { FiguresChoice } from '../team/figures.ts';
import type { Joined } from '../team/hub-api.ts';
import { backUp, dropPartialBackups } from './backup/backup.ts';
import { eraseAgain, eraseMember, forgetName } from './backup/erase.ts';
import type { Removed } from './backup/removal-lists.ts';
import { noteRemoval, noteRemovals } from './backup/removals.ts';
import { finishRestore } from './backup/restore.ts';
import type { ConnectionBounds } from './edge/connections.ts';
import { draining } from './edge/draining.ts';
import { Edge, timeoutsOf } from './edge/edge.ts';
import { answerProbe } from './edge/health.ts';
import { limitPipelining } from './edge/pipelining.ts';
import { httpApp } from './http/app.ts';
import { IncomingBodies } from './http/incoming-bodies.ts';
import { RateLimits } from './http/rate-limits.ts';
import { withWholeBody } from './http/whole-body.ts';
import { listen } from './listen.ts';
import type { Log } from './log-line.ts';
import { Media } from './media/media.ts';
import { opened } from './opened.ts';
import { Outgoing } from './outgoing/outgoing.ts';
import type { Act, Answer } from './people/acting.ts';
import { firstInvite } from './people/first-invite.ts';
import { HubKey } from './people/keys.ts';
import { MemberLimits } from './people/member-limits.ts';
import { Pairings } from './people/pairing.ts';
import { People } from './people/people.ts';
import { random } from './people/secrets.ts';
import { Sessions } from './people/sessions.ts';
import { Readiness } from './readiness.ts';
import { HubRoom, type HubWriting } from './rooms/hub-room.ts';
import { TeamRoom } from './rooms/team-room.ts';
import type { HubSettings } from './settings.ts';
import { RoomLog } from './store/log.ts';
import { metaOf, nextNumber } from './store/meta.ts';
import { openStore, type Store } from './store/sqlite.ts';
import type { Tables } from './store/tables.ts';
import { MonthlyBytes } from './sync/monthly-bytes.ts';
import { type SocketBounds, serveSockets } from './sync/socket.ts';
import { followDevice, syncServer, unloadRooms } from './sync/sync.ts';
import { dayIn } from './zone.ts';

const MOST_SENT = 2 * 1024 ** 3;
const MOST_READ = 16 * 1024 ** 3;
/** What a hub may be given for tests: another clock, other rules, other bounds. `requestMs`: for a whole request; `rest`: how long a room stays loaded that was left, ms. */
export interface HubParts {
  readonly now?: () => number;
  readonly requestMs?: number;
  readonly rest?: number;
  readonly rules?: Rules;
  readonly sockets?: SocketBounds;
  readonly connections?: ConnectionBounds;
}

/** A running hub: its store, its people, its rooms, and what it answers. */
export class Hub {
  readonly rooms = ROOMS;
  readonly sessions: Sessions;
  readonly pairings: Pairings;
  readonly memberLimits: MemberLimits;
  readonly joining: RateLimits;
  readonly asking: RateLimits;
  readonly sending: RateLimits;
  readonly reading: RateLimits;
  readonly media: Media;
  readonly incomingBodies = new IncomingBodies();
  readonly outgoing = new Outgoing();
  readonly server: Hocuspocus<never>;
  readonly settings: HubSettings;
  readonly log: Log;
  readonly now: () => number;
  readonly id: string;
  readonly epoch: string;
  readonly key: HubKey;
  readonly people: People;
  readonly visitors: Visitors;
  readonly roomLog: RoomLog;
  private readonly quota: MonthlyBytes;
  readonly db: Kysely<Tables>;
  readonly tally: Tally;
  private readonly edition: Rules;
  /** Days since 1970 of whole hours, where the team is. */
  private readonly dayOf: (hour: number) => number;
  private readonly store: Store;
  private teamRoom: TeamRoom | null = null;
  private ownRoom: HubRoom | null = null;
  private guarded: GuardedFigures | null = null;
  private folding: Folding | null = null;
  private linkWork: LinkWork | null = null;
  private writing: HubWriting | null = null;
  private backingUp: Promise<string> | null = null;
  private readonly readiness = new Readiness(
    () => this.canWrite(),
    () => this.linkWork?.isFailing ?? false,
  );
  readonly edge: Edge;

  constructor(settings: HubSettings, log: Log, parts: HubParts, opened: Opened) {
    const { now = Date.now, rules = NEWEST } = parts;
    this.settings = settings;
    this.log = log;
    this.now = now;
    this.edition = rules;
    this.store = opened.store;
    this.db = opened.store.db;
    this.dayOf = dayIn(settings.zone ?? 'UTC');
    this.tally = new Tally({
      db: this.db,
      linkOf: (id) => this.linkOf(id),
      dayOf: this.dayOf,
      note: (within, changes) => this.figures.note(within, changes),
      damaged: (day) => this.linkWork?.mend(day) ?? false,
    });
    this.people = opened.people;
    this.id = opened.id;
    this.epoch = opened.epoch;
    this.key = HubKey.of(settings.folder);
    this.sessions = new Sessions(now);
    this.edge = new Edge(settings, (token) => this.sessions.deviceOf(token), parts.connections);
    this.pairings = new Pairings(now);
    this.memberLimits = new MemberLimits(now);
    // A whole office joins from one address on one morning; what guards an invite is its 192 bits, not this.
    this.joining = new RateLimits({ most: 3000, perSecond: 20 }, now);
    this.asking = new RateLimits({ most: 5000, perSecond: 50 }, now);
    // Bytes of media a member may send, and read: so many at once, and as many again each day.
    this.sending = new RateLimits({ most: MOST_SENT, perSecond: MOST_SENT / 86_400 }, now);
    this.reading = new RateLimits({ most: MOST_READ, perSecond: MOST_READ / 86_400 }, now);
    this.visitors = new Visitors(settings.folder, now);
    this.media = new Media(settings.folder, this.db);
    this.roomLog = new RoomLog(this.db, (room, seq) =>
      log('row-set-aside', { room: room.split('/')[0] ?? '', seq }),
    );
    this.quota = new MonthlyBytes({ db: this.db, now, most: settings.roomBytes });
    this.server = syncServer({
      rooms: ROOMS,
      log: this.roomLog,
      deviceOf: (token) => this.sessions.deviceOf(token),
      whoOf: (device) => this.people.whoOf(device),
      now,
      quota: this.quota,
      rest: parts.rest,
      refused: (reason, room) => log('refused', { reason, room: room.split('/')[0] ?? '' }),
      written: (room, writer, changes) => {
        if (room.startsWith('member/')) this.linkWork?.links.taken(writer, changes, now());
        this.folding?.changed(room);
      },
    }) as Hocuspocus<never>;
  }

  /** Opens the rooms that the hub writes. */
  async open(): Promise<void> {
    const { server, roomLog: log, now } = this;
    const writing = { server, log, clientId: await nextNumber(this.db, 'session'), now };
    this.writing = writing;
    noteRemovals(this.settings.folder, this.people);
    const erased = await eraseAgain(this);
    this.guarded = await openFigures(this, this.dayOf);
    const room = await HubRoom.open('team', writing);
    this.ownRoom = room;
    const { people, db, figures } = this;
    this.teamRoom = await TeamRoom.open({ room, people, db, figures: () => figures.newest });
    for (const member of erased) await forgetName(this, member);
    if (erased.length > 0) this.store.truncate();
    this.linkWork = await LinkWork.open({
      hub: this,
      rules: () => this.rules,
      hosts: () => this.edge.hosts,
      sourceOf: (request) => this.edge.addressOf(request),
      shown: (months) => this.folding?.showSoon(months),
    });
    this.folding = await Folding.start(this, writing);
    await this.linkWork.start();
    this.folding.keepSteps();
  }

  get figures(): GuardedFigures {
    return opened(this.guarded);
  }

  decideFigures(choice: FiguresChoice, act?: Act): Promise<Answer> {
    return decideFigures(this, choice, act);
  }

  /** Takes a member's name out of what is published; of who leaves, what is in no sum yet too. */
  async unname(member: string, { leaves = false } = {}): Promise<void> {
    await this.figures.withdraw(member);
    if (leaves) await this.figures.forget(member);
    await this.folding?.everyMonth();
  }

  /** All clicks that were recorded are counted. */
  async counted(): Promise<void> {
    await this.linkWork?.settled();
  }

  get links(): LinkWork {
    return opened(this.linkWork);
  }

  /** By which clicks are counted, as the team has set it. */
  get rules(): Rules {
    return setBy(this.edition, this.team.linkRules);
  }

  linkOf(id: string): LiveLink | undefined {
    return this.linkWork?.links.get(id);
  }

  rankOf(member: string, month: string) {
    return this.folding?.rankOf(member, month) ?? Promise.resolve(null);
  }

  /** Answers a request for a link; false where it is for something else. */
  follows(request: IncomingMessage, response: ServerResponse): boolean {
    return this.linkWork?.follows(request, response) ?? false;
  }

  get team(): TeamRoom {
    return opened(this.teamRoom);
  }

  joinedAs(member: string, device: number): Joined {
    return { hub: this.id, hubKey: this.key.shown, member, device };
  }

  /** A device's open rooms follow what it may now: at once, and its tokens end where it was removed. */
  follow(device: number): void {
    const who = this.people.whoOf(device);
    if (!who) this.sessions.end(device);
    followDevice(this.server, ROOMS, device, who);
    this.incomingBodies.follow(device, who);
    this.outgoing.follow(device, who);
  }

  isOurHost(header: string): boolean {
    return this.edge.isOurHost(header);
  }

  /** The address that a request is counted for. */
  sourceOf(c: Context): string {
    const { incoming } = c.env as { incoming?: IncomingMessage };
    return incoming ? this.edge.addressOf(incoming) : '';
  }

  /** The network that a request comes from: a whole /64 is one. */
  networkOf(c: Context): string {
    const { incoming } = c.env as { incoming?: IncomingMessage };
    return incoming ? this.edge.networkOf(incoming) : '';
  }

  isReady(): Promise<boolean> {
    return this.readiness.now();
  }

  /** Whether it can write, links that are followed above all. */
  private async canWrite(): Promise<boolean> {
    await this.db.updateTable('meta').set({ value: this.epoch }).where('name', '=', 'epoch').execute();
    return (await this.linkWork?.isReady()) ?? false;
  }

  bytesOnDisk(): number {
    return statSync(join(this.settings.folder, 'hub.sqlite')).size;
  }

  /** One at a time: who asks meanwhile is given the same. */
  backup(): Promise<string> {
    noteRemovals(this.settings.folder, this.people);
    this.backingUp ??= backUp(this.store, this.settings.folder, this.now()).finally(() => {
      this.backingUp = null;
    });
    return this.backingUp;
  }

  /** What rooms have admitted until now is on the disk, and what follows from it of links. */
  async admittedIsWritten(): Promise<void> {
    await this.roomLog.settled();
    await this.linkWork?.links.settled();
  }

  async erase(member: string): Promise<void> {
    await eraseMember(this, member);
    this.linkWork?.links.forget(member);
    await this.team.show();
    await forgetName(this, member);
    await this.foldAgain();
    this.store.truncate();
  }

  foldAgain(): Promise<void> {
    return this.folding?.again() ?? Promise.resolve();
  }

  /** The client id under which the hub writes since it started. */
  get clientId(): number {
    return this.writing?.clientId ?? 0;
  }

  noteRemoval(removed: Removed): void {
    noteRemoval(this.settings.folder, this.log, removed);
  }

  /** What is folded is written; for a clean stop, and for tests that wait. */
  async settled(): Promise<void> {
    await this.roomLog.settled();
    await this.counted();
    await this.folding?.settled();
    await this.roomLog.settled();
  }

  async close(): Promise<void> {
    await this.settled();
    await this.linkWork?.close();
    await this.folding?.close();
    await this.ownRoom?.close();
    await this.roomLog.settled();
    await unloadRooms(this.server);
    await this.quota.flush();
    await this.store.close();
  }
}

interface Opened {
  readonly store: Store;
  readonly people: People;
  readonly id: string;
  readonly epoch: string;
}

/** A hub that answers on a port. */
export interface Running {
  readonly hub: Hub;
  readonly port: number;
  /** The first admin's link, null where there is an admin. */
  readonly admin: string | null;
  readonly stop: () => Promise<void>;
}

/** Starts a hub on its folder. Throws a TakenError where another runs there. */
export async function startHub(settings: HubSettings, log: Log, parts: HubParts = {}): Promise<Running> {
  finishRestore(settings.folder);
  const store = await openStore(settings.folder, parts.now?.());
  dropPartialBackups(settings.folder);
  if (store.copied) log('store-upgraded', { copy: store.copied });
  const people = await People.load(store.db);
  const id = await metaOf(store.db, 'hub', () => random(12));
  const epoch = await metaOf(store.db, 'epoch', () => crypto.randomUUID());
  let answer: ReturnType<typeof withWholeBody> | null = null;
  let running: Hub | null = null;
  const http = createServer(timeoutsOf(settings, parts.requestMs), (request, response) => {
    const refused = running?.edge.received(request, response) ?? null;
    if (answerProbe(async () => (await running?.isReady()) ?? false, request, response)) return;
    if (refused) return void response.writeHead(refused, { connection: 'close' }).end();
    if (running?.follows(request, response)) return;
    // A request that comes while rooms open is answered too, or it would wait for ever.
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
  const hub = new Hub(own, log, parts, { store, people, id, epoch });
  hub.edge.listensOn(port);
  http.on('connection', (socket) => hub.edge.connected(socket));
  await hub.open();
  running = hub;
  answer = withWholeBody(getRequestListener(httpApp(hub).fetch));
  const sockets = serveSockets(http, hub.server, hub.edge, hub.now, parts.sockets);
  const stop = async () => {
    await drained();
    await hub.roomLog.settled();
    sockets.close();
    http.closeAllConnections();
    hub.server.closeConnections();
    await hub.close();
  };
  return { hub, port, admin: await firstInvite(hub), stop };
}

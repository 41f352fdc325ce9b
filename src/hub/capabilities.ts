import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InviteLook, JoinAsk, Refused, TeamProfile } from '../team/hub-api.ts';
import { type RoomDeclaration, roomsWith } from '../workspace/room.ts';
import type { Commit, HubCapability } from './capability.ts';
import type { HubContext } from './context.ts';
import type { ApiRouter, DeviceSeen } from './http/api-router.ts';
import type { Served } from './people/command-table.ts';
import type { MemberChange } from './people/people.ts';
import type { Steps } from './store/migrate.ts';
import { ENGINE_MIGRATIONS } from './store/migrations/index.ts';

/** All kinds of rooms of these capabilities, with the roots declared in each. */
export function roomsOf(capabilities: readonly HubCapability[]): readonly RoomDeclaration[] {
  return roomsWith(
    capabilities.flatMap(({ rooms = [] }) => rooms),
    capabilities.flatMap(({ roots = [] }) => roots),
  );
}

interface Opened {
  readonly capability: HubCapability;
  readonly service: unknown;
}

/** The capabilities of a running hub with their services. Events are passed to all of them in order. */
export class Capabilities {
  readonly list: readonly HubCapability[];
  private readonly opened: Opened[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(list: readonly HubCapability[]) {
    this.list = list;
  }

  /** The service of a capability. Throws if it is not open; a capability is opened after those that it takes. */
  readonly service = <Service>({ id }: HubCapability<Service>): Service => {
    const found = this.opened.find(({ capability }) => capability.id === id);
    if (!found) throw new Error(`${id} is not open`);
    return found.service as Service;
  };

  async open(hub: HubContext): Promise<void> {
    for (const capability of this.list)
      this.opened.push({ capability, service: await capability.open?.(hub, this.service) });
  }

  async start(): Promise<void> {
    for (const { capability, service } of this.opened) await capability.start?.(service);
    for (const { capability, service } of this.opened)
      for (const { every, run } of capability.jobs?.(service) ?? [])
        this.timers.push(setInterval(run, every).unref());
  }

  get commands(): readonly Served[] {
    return this.opened.map(({ capability, service }) => ({ commands: capability.commands ?? {}, service }));
  }

  routes(router: ApiRouter, hub: HubContext): void {
    for (const { capability, service } of this.opened) capability.routes?.(router, service, hub);
  }

  handles(request: IncomingMessage, response: ServerResponse): boolean {
    return this.opened.some(
      ({ capability, service }) => capability.handles?.(service, request, response) ?? false,
    );
  }

  async isReady(): Promise<boolean> {
    for (const { capability, service } of this.opened)
      if (!((await capability.isReady?.(service)) ?? true)) return false;
    return this.opened.length === this.list.length;
  }

  get isFailing(): boolean {
    return this.opened.some(({ capability, service }) => capability.isFailing?.(service) ?? false);
  }

  committed(commit: Commit): void {
    for (const { capability, service } of this.opened) capability.committed?.(service, commit);
  }

  async caughtUp(): Promise<void> {
    for (const { capability, service } of this.opened) await capability.caughtUp?.(service);
  }

  async settled(): Promise<void> {
    for (const { capability, service } of this.opened) await capability.settled?.(service);
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const { capability, service } of this.opened) await capability.close?.(service);
  }

  deviceSeen(seen: DeviceSeen): void {
    for (const { capability, service } of this.opened) capability.deviceSeen?.(service, seen);
  }

  async memberChanged(member: string, change: MemberChange): Promise<void> {
    for (const { capability, service } of this.opened)
      await capability.memberChanged?.(service, member, change);
  }

  profile(): Partial<TeamProfile> {
    return Object.assign({}, ...this.opened.map(({ capability, service }) => capability.profile?.(service)));
  }

  inviteTerms(): Partial<InviteLook> {
    return Object.assign(
      {},
      ...this.opened.map(({ capability, service }) => capability.inviteTerms?.(service)),
    );
  }

  joinRefusal(form: JoinAsk): Refused['refused'] | null {
    for (const { capability, service } of this.opened) {
      const refusal = capability.joinRefusal?.(service, form) ?? null;
      if (refusal) return refusal;
    }
    return null;
  }

  async founded(form: JoinAsk): Promise<void> {
    for (const { capability, service } of this.opened) await capability.founded?.(service, form);
  }

  forget(member: string): void {
    for (const { capability, service } of this.opened) capability.forget?.(service, member);
  }

  /** Deletes a member's rows, whether the capabilities are open or not. */
  async eraseRows(hub: Pick<HubContext, 'db'>, member: string): Promise<void> {
    for (const { eraseRows, memberTables = [] } of this.list) {
      await eraseRows?.(hub, member);
      for (const table of memberTables) await hub.db.deleteFrom(table).where('member', '=', member).execute();
    }
  }

  async erased(member: string): Promise<void> {
    for (const { capability, service } of this.opened) await capability.erased?.(service, member);
  }
}

/** All migrations, the engine's and the capabilities', ordered by name. Throws if two have the same name. */
export function stepsOf(capabilities: readonly HubCapability[]): Steps {
  const all = new Map(Object.entries(ENGINE_MIGRATIONS));
  for (const { id, migrations = {} } of capabilities)
    for (const [name, step] of Object.entries(migrations)) {
      if (all.has(name)) throw new Error(`${id} has a step ${name}, and so has another`);
      all.set(name, step);
    }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

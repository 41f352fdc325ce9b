import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Migration } from 'kysely/migration';
import type { InviteLook, JoinAsk, Refused, TeamProfile } from '../team/hub-api.ts';
import type { Room, RoomKind, RootDeclaration } from '../workspace/room.ts';
import type { Change } from './admission/admit.ts';
import type { HubContext } from './context.ts';
import type { DeviceSeen, Door } from './http/door.ts';
import type { HubCommands } from './people/command.ts';
import type { MemberChange } from './people/people.ts';
import type { TeamRule } from './rooms/team-room.ts';
import type { Writer } from './store/row-scheduler.ts';
import type { TableOfMembers } from './store/tables.ts';

/** A change of a room that is committed. */
export interface Commit {
  readonly room: Room;
  readonly writer: Writer;
  readonly changes: readonly Change[];
  /** UTC ms. */
  readonly at: number;
}

/** Work that comes again by the clock. */
export interface Job {
  /** How often, ms. */
  readonly every: number;
  readonly run: () => void;
}

/** The service of another capability of the same hub, one of those that this one `takes`. */
export type ServiceOf = <Service>(capability: HubCapability<Service>) => Service;

/**
 * The hub side of a capability: what it adds to the engine. Everything of it is data or a function of its service, which
 * `open` makes when the hub starts. What it declares as data holds without a running hub.
 */
export interface HubCapability<Service = unknown> {
  readonly id: string;
  /** Capabilities whose services it takes: they are opened before it. */
  readonly takes?: readonly HubCapability[];

  /** Steps of the store by name, of the tables that it owns. A step that has landed is never edited. */
  readonly migrations?: Readonly<Record<string, Migration>>;
  /** Its tables whose rows are a member's: they go with who is erased. */
  readonly memberTables?: readonly TableOfMembers[];
  readonly rooms?: readonly RoomKind[];
  /** Roots with the schema of their items: what does not fit is not admitted. */
  readonly roots?: readonly RootDeclaration[];
  /** What an admin decides for the team, shown in the room `team`. */
  readonly rules?: readonly TeamRule[];
  readonly commands?: HubCommands<Service>;

  /** Makes the service, with the store and the rooms ready and nobody connected. */
  open?(hub: HubContext, serviceOf: ServiceOf): Promise<Service>;
  /** Begins to work: every capability is open. */
  start?(service: Service): Promise<void>;
  jobs?(service: Service): readonly Job[];
  routes?(door: Door, service: Service, hub: HubContext): void;
  /** Takes a request before the routes, as redirects do; false where it is for somebody else. */
  handles?(service: Service, request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether it can write what it is there for. */
  isReady?(service: Service): Promise<boolean>;
  /** Whether it could not write just now, whatever `isReady` found before. */
  isFailing?(service: Service): boolean;

  /** Follows a change that is committed and applied. */
  committed?(service: Service, commit: Commit): void;
  /** All that follows from commits of before is in the store. */
  caughtUp?(service: Service): Promise<void>;
  /** All that is under way is done; for a clean stop, and for tests that wait. */
  settled?(service: Service): Promise<void>;
  close?(service: Service): Promise<void>;

  deviceSeen?(service: Service, seen: DeviceSeen): void;
  /** Follows what changed of a member, once it is committed and shown in the room `team`. */
  memberChanged?(service: Service, member: string, change: MemberChange): Promise<void>;
  /** What it adds to the team's profile in the room `team`. */
  profile?(service: Service): Partial<TeamProfile>;
  /** What whoever holds an invite is shown of the team. */
  inviteTerms?(service: Service): Partial<InviteLook>;
  /** Why somebody who holds an invite may not join; null where they may. */
  joinRefusal?(service: Service, form: JoinAsk): Refused['refused'] | null;
  /** The first member joined. */
  founded?(service: Service, form: JoinAsk): Promise<void>;

  /** Takes away of a member what `memberTables` does not cover. It runs before those, and again after a restore, before `open`. */
  eraseRows?(hub: Pick<HubContext, 'db'>, member: string): Promise<void>;
  /** Forgets in memory who was erased. */
  erased?(service: Service, member: string): Promise<void>;
}

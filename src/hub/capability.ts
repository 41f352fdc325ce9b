import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Migration } from 'kysely/migration';
import type { InviteLook, JoinAsk, Refused, TeamProfile } from '../team/hub-api.ts';
import type { Measure } from '../workspace/measure.ts';
import type { Room, RoomKind, RootDeclaration } from '../workspace/room.ts';
import type { ItemChange } from './admission/admit.ts';
import type { HubContext } from './context.ts';
import type { ApiRouter, DeviceSeen } from './http/api-router.ts';
import type { HubCommands } from './people/command.ts';
import type { MemberChange } from './people/people.ts';
import type { TeamRule } from './rooms/team-room.ts';
import type { WritingDevice } from './store/row-scheduler.ts';
import type { TableOfMembers } from './store/tables.ts';

/** A committed change of a room. */
export interface Commit {
  readonly room: Room;
  readonly writer: WritingDevice;
  readonly changes: readonly ItemChange[];
  /** UTC ms. */
  readonly at: number;
}

/** A periodic job. */
export interface Job {
  /** Its interval, ms. */
  readonly every: number;
  readonly run: () => void;
}

/** Looks up the service of another capability; only of those that this one `takes`. */
export type ServiceOf = <Service>(capability: HubCapability<Service>) => Service;

/**
 * The hub side of a capability: what it adds to the engine, as data or as functions of its service, which `open` makes when
 * the hub starts. The data is valid without a running hub.
 */
export interface HubCapability<Service = unknown> {
  readonly id: string;
  /** Capabilities whose services it uses; they are opened before it. */
  readonly takes?: readonly HubCapability[];

  /** Migrations of the tables that it owns, by name. A released one is never edited. */
  readonly migrations?: Readonly<Record<string, Migration>>;
  /** Its tables with rows of a member, which are deleted when the member is erased. */
  readonly memberTables?: readonly TableOfMembers[];
  readonly rooms?: readonly RoomKind[];
  /** Its roots with the schema of their items; items that do not fit are not admitted. */
  readonly roots?: readonly RootDeclaration[];
  /** Rules that an admin sets for the team, shown in the room `team`. */
  readonly rules?: readonly TeamRule[];
  readonly commands?: HubCommands<Service>;
  /** What the results count of it. */
  readonly measures?: readonly Measure[];

  /** Makes the service, when the store and the rooms are ready and nobody is connected yet. */
  open?(hub: HubContext, serviceOf: ServiceOf): Promise<Service>;
  /** Starts working, when all capabilities are open. */
  start?(service: Service): Promise<void>;
  jobs?(service: Service): readonly Job[];
  routes?(router: ApiRouter, service: Service, hub: HubContext): void;
  /** Handles a request before the routes, as redirects do; false if it is for something else. */
  handles?(service: Service, request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether it can write, for readiness probes. */
  isReady?(service: Service): Promise<boolean>;
  /** Whether a write has just failed, whatever `isReady` answered before. */
  isFailing?(service: Service): boolean;

  /** Called for each committed and applied change. */
  committed?(service: Service, commit: Commit): void;
  /** Resolves when the effects of all commits so far are in the store. */
  caughtUp?(service: Service): Promise<void>;
  /** Resolves when all pending work is done, for a clean stop and for tests. */
  settled?(service: Service): Promise<void>;
  close?(service: Service): Promise<void>;

  deviceSeen?(service: Service, seen: DeviceSeen): void;
  /** Called after a member's change was committed and shown in the room `team`. */
  memberChanged?(service: Service, member: string, change: MemberChange): Promise<void>;
  /** Fields that it adds to the team's profile in the room `team`. */
  profile?(service: Service): Partial<TeamProfile>;
  /** What an invite shows about the team. */
  inviteTerms?(service: Service): Partial<InviteLook>;
  /** Why somebody with an invite may not join; null if they may. */
  joinRefusal?(service: Service, form: JoinAsk): Refused['refused'] | null;
  /** The first member joined. */
  founded?(service: Service, form: JoinAsk): Promise<void>;

  /**
   * Forgets a member in memory before their rows are erased: nothing of theirs that still happens, such as a click on a link
   * of theirs, is stored after that.
   */
  forget?(service: Service, member: string): void;
  /** Erases rows of a member beyond `memberTables`. Runs before those, and again after a restore, before `open`. */
  eraseRows?(hub: Pick<HubContext, 'db'>, member: string): Promise<void>;
  /** Called when a member's rows are erased. */
  erased?(service: Service, member: string): Promise<void>;
}

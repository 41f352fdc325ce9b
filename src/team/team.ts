import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { type RoomDeclaration, roomNamed } from '../workspace/room.ts';
import { HubConnection } from '../workspace/rooms/connection.ts';
import { type Brought, bring } from '../workspace/rooms/media/bring.ts';
import { type Fetched, fetchMedium } from '../workspace/rooms/media/fetch.ts';
import type { Items } from '../workspace/rooms/room-items.ts';
import { Rooms } from '../workspace/rooms/rooms.ts';
import { type Setting, writeSetting } from '../workspace/setting.ts';
import type { Command } from './hub-api.ts';
import { Done } from './hub-api.ts';
import { askHub, type HubAnswer } from './hub-client.ts';
import { changeMembership, type Membership, readMembership } from './membership.ts';
import { RELATIONS_KEY, TeamRelations } from './relations.ts';
import { TeamSessions } from './session.ts';
import { TeamMember } from './team-items.ts';

/** Whether some context of this device is connected to the hub. */
export const isConnected: Setting<boolean> = {
  name: 'teamLink',
  value: z.boolean(),
  initial: false,
  ofDevice: true,
};

/** The lock of the one context that holds the connection to the hub. */
export const CONNECTION_LOCK = 'musubi-hub';

/** Whether a full room continues in further parts; rooms that only the hub writes do not. */
const hasParts = (declared: readonly RoomDeclaration[], name: string) =>
  (roomNamed(declared, name)?.declaration.writes ?? 'hub') !== 'hub';

/** The team of this device, as one context uses it. */
export class Team {
  readonly member: Membership;
  readonly rooms: Rooms;
  readonly sessions: TeamSessions;
  readonly workspace: Workspace;
  /** Every kind of room that a team has. */
  readonly declared: readonly RoomDeclaration[];

  constructor(workspace: Workspace, member: Membership, declared: readonly RoomDeclaration[]) {
    this.workspace = workspace;
    this.member = member;
    this.declared = declared;
    this.rooms = new Rooms(workspace, member.device, (name) => hasParts(declared, name));
    this.sessions = new TeamSessions(workspace);
  }

  /** Connects to the hub; whoever calls this has the lock. */
  connect(): HubConnection {
    const { workspace } = this;
    return new HubConnection({
      workspace,
      rooms: this.rooms,
      address: this.member.address,
      session: async () => {
        const answer = await this.sessions.session();
        if (!answer.ok && answer.reason === 'away') throw new Error('the hub is away');
        return answer.ok ? answer.value : null;
      },
      endSession: () => this.sessions.end(),
      epoch: async () => (await readMembership(workspace))?.epoch ?? '',
      keepEpoch: (epoch) => changeMembership(workspace, (before) => ({ ...before, epoch })),
      changed: (isUp) => void writeSetting(workspace, isConnected, isUp).catch(() => undefined),
      now: Date.now,
    });
  }

  /** Asks the hub with this device's session. `patience`: how long an answer is waited for, ms. */
  async ask<Value>(
    path: string,
    body: unknown,
    schema: z.ZodMiniType<Value>,
    patience?: number,
  ): Promise<HubAnswer<Value>> {
    const session = await this.sessions.session();
    if (!session.ok) return session;
    const answer = await askHub(this.member.address, path, body, schema, session.value.token, patience);
    if (answer.ok || answer.reason !== 'session') return answer;
    // The hub was restarted and forgot all sessions: open a new one and try once more.
    this.sessions.end();
    const again = await this.sessions.session();
    return again.ok ? askHub(this.member.address, path, body, schema, again.value.token, patience) : again;
  }

  /** Gives the hub a command: one of the team's, or of the capability that names its type. */
  command<One extends { readonly do: string } = Command>(command: NoInfer<One>): Promise<HubAnswer<Done>> {
    return this.ask('/api/do', command, Done);
  }

  /** A picture or a video of the team's, from here or from the hub. */
  medium(hash: string): Promise<Fetched> {
    const token = async () => {
      const session = await this.sessions.session();
      return session.ok ? session.value.token : '';
    };
    return fetchMedium(this.workspace, { address: this.member.address, token }, hash);
  }

  /** Takes in a picture or a video for the team; it is sent from here. */
  bring(file: Blob): Promise<Brought> {
    return bring(this.workspace, file, Date.now());
  }

  /** Stores the role from the room `team`, which only the hub writes, so that a change takes effect at once. */
  followRole(signal: AbortSignal): void {
    const follow = (items: Items) => {
      const { data } = TeamMember.safeParse(items.get(this.member.member));
      if (data && data.role !== this.member.role)
        void changeMembership(this.workspace, (before) => ({ ...before, role: data.role }));
    };
    this.rooms.watch('team', 'members', follow, signal);
  }

  /** Stores the team's relations, so that a share needs no room. */
  followRelations(signal: AbortSignal): void {
    this.followRule(RELATIONS_KEY, TeamRelations, 'relations', signal);
  }

  /** Stores one of the rules of the room `team` with the membership, by its owner's schema. */
  followRule<Field extends 'rules' | 'relations'>(
    key: string,
    schema: z.ZodMiniType<NonNullable<Membership[Field]>>,
    field: Field,
    signal: AbortSignal,
  ): void {
    const follow = (items: Items) => {
      const { data } = schema.safeParse(items.get(key));
      if (data === undefined) return;
      void readMembership(this.workspace).then(async (known) => {
        if (known && JSON.stringify(known[field]) !== JSON.stringify(data))
          await changeMembership(this.workspace, (before) => ({ ...before, [field]: data }));
      });
    };
    this.rooms.watch('team', 'rules', follow, signal);
  }

  close(): void {
    this.rooms.close();
  }
}

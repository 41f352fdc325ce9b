import type { Kysely, Transaction } from 'kysely';
import type * as z from 'zod/mini';
import { TeamProfile } from '../../team/hub-api.ts';
import { NAMELESS } from '../../team/names.ts';
import { TEAM_KEY, type TeamMember } from '../../team/team-items.ts';
import type { Log } from '../log-line.ts';
import { type Act, type Answer, DONE, isDone } from '../people/authorised-transaction.ts';
import type { Member, People } from '../people/people.ts';
import { SharedWork } from '../shared-work.ts';
import { parsedRow } from '../store/parsed-row.ts';
import type { Tables } from '../store/tables.ts';
import type { HubRoom } from './hub-room.ts';

const NONE: TeamProfile = { name: 'Musubi', country: 'none', groups: [], regions: [] };

/** A rule that an admin sets for the team, stored by the hub and shown in the room `team`. */
export interface TeamRule<Value extends object = object> {
  /** Its name in the table `meta`. */
  readonly name: string;
  /** Its item in the root `rules`. */
  readonly key: string;
  readonly schema: z.ZodMiniType<Value>;
  /** The default. */
  readonly usual: Value;
}

interface TeamRoomParts {
  readonly room: HubRoom;
  readonly people: People;
  readonly db: Kysely<Tables>;
  readonly rules: readonly TeamRule[];
  readonly log: Log;
}

/** The team's profile, rules and members as the hub shows them to everybody in the room `team`. */
export class TeamRoom {
  private readonly room: HubRoom;
  private readonly people: People;
  private readonly rules: readonly TeamRule[];
  private readonly values = new Map<string, object>();
  private profile: TeamProfile = NONE;
  private more: () => Partial<TeamProfile> = () => ({});
  private readonly showing = new SharedWork(() => this.showNow());

  private constructor({ room, people, rules }: TeamRoomParts) {
    this.room = room;
    this.people = people;
    this.rules = rules;
  }

  /** Loads the stored profile and rules without showing them yet. */
  static async open(parts: TeamRoomParts): Promise<TeamRoom> {
    const team = new TeamRoom(parts);
    team.profile = (await stored(parts, 'team', TeamProfile)) ?? NONE;
    for (const { name, schema, usual } of parts.rules)
      team.values.set(name, (await stored(parts, name, schema)) ?? usual);
    return team;
  }

  get shown(): TeamProfile {
    return this.profile;
  }

  partNamed(id: string): string {
    const { groups, regions } = this.profile;
    return [...groups, ...regions].find((part) => part.id === id)?.name ?? '';
  }

  /** The current value of a rule. */
  rule<Value extends object>({ name, usual }: TeamRule<Value>): Value {
    return (this.values.get(name) as Value | undefined) ?? usual;
  }

  /** Stores a rule if the sender's role allows it, then applies and shows it. */
  async setRule<Value extends object>(act: Act, { name }: TeamRule<Value>, value: Value): Promise<Answer> {
    const answer = await act(async (within) => {
      await put(within, name, value);
      return DONE;
    });
    if (!isDone(answer)) return answer;
    this.values.set(name, value);
    await this.show();
    return answer;
  }

  /** Applies a stored profile and shows it. */
  async profileChanged(profile: TeamProfile): Promise<void> {
    this.profile = profile;
    await this.show();
  }

  storeProfile(within: Transaction<Tables>, profile: TeamProfile): Promise<void> {
    return put(within, 'team', profile);
  }

  /** Adds the capabilities' fields to the profile from now on. */
  showsWith(more: () => Partial<TeamProfile>): void {
    this.more = more;
  }

  /** Writes changes of the team and its members into the room. */
  show(): Promise<void> {
    return this.showing.now();
  }

  private async showNow(): Promise<void> {
    await this.room.replaceRoot('profile', { [TEAM_KEY]: { ...this.profile, ...this.more() } });
    const rules = this.rules.map((rule) => [rule.key, this.rule(rule)] as const);
    await this.room.replaceRoot('rules', Object.fromEntries(rules));
    const members = this.people.all().map((member) => [member.id, this.memberOf(member)]);
    await this.room.replaceRoot('members', Object.fromEntries(members));
  }

  private memberOf({ id, name, role, part, region, at, removed }: Member): TeamMember {
    const devices = name === NAMELESS ? [] : [...this.people.numbersOf(id)];
    const shown = this.people.displayName(id);
    return { id, name: shown, role, group: part, region, at, left: removed !== null, devices };
  }
}

/** A stored value; undefined if there is none or it cannot be read, which is logged. A damaged row stops no hub. */
async function stored<Value>(
  { db, log }: Pick<TeamRoomParts, 'db' | 'log'>,
  name: string,
  schema: z.ZodMiniType<Value>,
): Promise<Value | undefined> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
  const { data } = schema.safeParse(row && parsedRow(row.value));
  if (row && data === undefined) log('meta-row-unreadable', { name });
  return data;
}

async function put(within: Transaction<Tables>, name: string, content: object): Promise<void> {
  const value = JSON.stringify(content);
  await within
    .insertInto('meta')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

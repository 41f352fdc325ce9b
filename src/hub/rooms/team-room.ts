import type { Kysely, Transaction } from 'kysely';
import type { TeamFigures } from '../../team/figures.ts';
import { TeamProfile } from '../../team/hub-api.ts';
import { LINKS_KEY, LinkRules, USUAL_RULES } from '../../team/link-rules.ts';
import { NAMELESS } from '../../team/names.ts';
import { NO_RELATIONS, RELATIONS_KEY, TeamRelations } from '../../team/relations.ts';
import { TEAM_KEY, type TeamMember } from '../../team/team-items.ts';
import type { Member, People } from '../people/people.ts';
import { SharedWork } from '../shared-work.ts';
import type { Tables } from '../store/tables.ts';
import type { HubRoom } from './hub-room.ts';

const NONE: TeamProfile = { name: 'Musubi', country: 'none', groups: [], regions: [] };

interface TeamRoomParts {
  readonly room: HubRoom;
  readonly people: People;
  readonly db: Kysely<Tables>;
  /** How figures are published, as it was decided last. */
  readonly figures: () => TeamFigures | undefined;
}

/** What the hub keeps of the team itself, and shows everybody in the room `team`. */
export class TeamRoom {
  private readonly room: HubRoom;
  private readonly people: People;
  private readonly db: Kysely<Tables>;
  private profile: TeamProfile = NONE;
  private links: LinkRules = USUAL_RULES;
  private relations: TeamRelations = NO_RELATIONS;

  private readonly figures: () => TeamFigures | undefined;
  private readonly showing = new SharedWork(() => this.showNow());

  private constructor({ room, people, db, figures }: TeamRoomParts) {
    this.room = room;
    this.people = people;
    this.db = db;
    this.figures = figures;
  }

  static async open(parts: TeamRoomParts): Promise<TeamRoom> {
    const team = new TeamRoom(parts);
    team.profile = TeamProfile.safeParse(await team.stored('team')).data ?? NONE;
    team.links = LinkRules.safeParse(await team.stored('links')).data ?? USUAL_RULES;
    team.relations = TeamRelations.safeParse(await team.stored('relations')).data ?? NO_RELATIONS;
    await team.show();
    return team;
  }

  get shown(): TeamProfile {
    return this.profile;
  }

  partNamed(id: string): string {
    const { groups, regions } = this.profile;
    return [...groups, ...regions].find((part) => part.id === id)?.name ?? '';
  }

  get linkRules(): LinkRules {
    return this.links;
  }

  /** Takes a profile that is stored, and shows it. */
  async profileChanged(profile: TeamProfile): Promise<void> {
    this.profile = profile;
    await this.show();
  }

  /** Takes rules that are stored, and shows them. */
  async linksChanged(links: LinkRules): Promise<void> {
    this.links = links;
    await this.show();
  }

  /** Takes what the team declares of itself, once it is stored, and shows it. */
  async relationsChanged(relations: TeamRelations): Promise<void> {
    this.relations = relations;
    await this.show();
  }

  private async stored(name: string): Promise<unknown> {
    const row = await this.db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
    return row && JSON.parse(row.value);
  }

  /** Stores what a command sets. */
  async store(
    within: Transaction<Tables>,
    name: 'team' | 'links' | 'relations',
    content: object,
  ): Promise<void> {
    const value = JSON.stringify(content);
    await within
      .insertInto('meta')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }

  /** Writes what changed of the team and its people into the room. */
  show(): Promise<void> {
    return this.showing.now();
  }

  private async showNow(): Promise<void> {
    const figures = this.figures();
    await this.room.replaceRoot('profile', { [TEAM_KEY]: { ...this.profile, ...(figures && { figures }) } });
    await this.room.replaceRoot('rules', { [LINKS_KEY]: this.links, [RELATIONS_KEY]: this.relations });
    const members = this.people.all().map((member) => [member.id, this.memberOf(member)]);
    await this.room.replaceRoot('members', Object.fromEntries(members));
  }

  private memberOf({ id, name, role, part, region, at, removed }: Member): TeamMember {
    const devices = name === NAMELESS ? [] : [...this.people.numbersOf(id)];
    const shown = this.people.displayName(id);
    return { id, name: shown, role, group: part, region, at, left: removed !== null, devices };
  }
}

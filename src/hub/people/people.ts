import type { Kysely, Selectable } from 'kysely';
import type { Role, Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { random } from './secrets.ts';

export type Member = Readonly<Selectable<Tables['member']>> & { readonly role: Role };
export type Device = Readonly<Selectable<Tables['device']>>;

/** What a member is made of. */
export type Newcomer = Pick<Member, 'name' | 'role' | 'part' | 'region' | 'listed'>;

/**
 * Who is in the team, with their devices. Held in memory so that a room asks without waiting, in the very turn that
 * queues a row; each change is on disk before it holds.
 */
export class People {
  private readonly db: Kysely<Tables>;
  private readonly members = new Map<string, Member>();
  private readonly devices = new Map<number, Device>();

  private constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  static async load(db: Kysely<Tables>): Promise<People> {
    const people = new People(db);
    const members = (await db.selectFrom('member').selectAll().execute()) as Member[];
    for (const member of members) people.members.set(member.id, member);
    for (const device of await db.selectFrom('device').selectAll().execute())
      people.devices.set(device.number, device);
    return people;
  }

  /** Who a device writes for, null where it or its member was removed. */
  whoOf(number: number): Who | null {
    const device = this.devices.get(number);
    const member = device?.removed === null ? this.members.get(device.member) : undefined;
    return member?.removed === null ? { member: member.id, role: member.role } : null;
  }

  member(id: string): Member | undefined {
    return this.members.get(id);
  }

  device(number: number): Device | undefined {
    return this.devices.get(number);
  }

  /** Everybody, those who left too: what they gave stays under their name. */
  all(): readonly Member[] {
    return [...this.members.values()];
  }

  here(): readonly Member[] {
    return this.all().filter(({ removed }) => removed === null);
  }

  devicesOf(member: string): readonly Device[] {
    return [...this.devices.values()].filter((device) => device.member === member);
  }

  /** Adds a member in the transaction of the invite that brought them. Holds once `held` is called after the commit. */
  async addMember(within: Kysely<Tables>, newcomer: Newcomer, at: number): Promise<Member> {
    const member: Member = { ...newcomer, id: random(12), at, removed: null };
    await within.insertInto('member').values(member).execute();
    return member;
  }

  /** Adds a device with a number that was never given. */
  async addDevice(
    within: Kysely<Tables>,
    member: string,
    name: string,
    key: string,
    at: number,
  ): Promise<Device> {
    const last = await within
      .selectFrom('device')
      .select(({ fn }) => fn.max('number').as('number'))
      .executeTakeFirst();
    const floor = await within
      .selectFrom('meta')
      .select('value')
      .where('name', '=', 'deviceFloor')
      .executeTakeFirst();
    const number = Math.max(Number(last?.number ?? 0), Number(floor?.value ?? 0)) + 1;
    const device: Device = { number, member, name, key, at, removed: null };
    await within.insertInto('device').values(device).execute();
    return device;
  }

  /** Takes rows that are committed. */
  held(member: Member | null, device: Device | null): void {
    if (member) this.members.set(member.id, member);
    if (device) this.devices.set(device.number, device);
  }

  /** Changes a member, on disk first. */
  async change(id: string, changed: Partial<Omit<Member, 'id'>>): Promise<Member | null> {
    const member = this.members.get(id);
    if (!member) return null;
    await this.db.updateTable('member').set(changed).where('id', '=', id).execute();
    const after = { ...(this.members.get(id) ?? member), ...changed };
    this.members.set(id, after);
    return after;
  }

  async removeDevice(number: number, at: number): Promise<boolean> {
    const device = this.devices.get(number);
    if (device?.removed !== null) return false;
    await this.db.updateTable('device').set({ removed: at }).where('number', '=', number).execute();
    this.devices.set(number, { ...device, removed: at });
    return true;
  }

  /** Whether a team would be left with nobody to lead it. */
  isLastAdmin(id: string): boolean {
    const admins = this.here().filter(({ role }) => role === 'admin');
    return admins.length === 1 && admins[0]?.id === id;
  }
}

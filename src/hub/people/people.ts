import type { Kysely, Selectable, Transaction } from 'kysely';
import { own } from '../../workspace/named.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { displayNames } from './display-names.ts';
import { random } from './secrets.ts';

export type Member = Readonly<Selectable<Tables['member']>> & { readonly role: Role };
export type Device = Readonly<Selectable<Tables['device']>>;

/** What of a member can change. */
export type MemberChange = Partial<Omit<Member, 'id' | 'at'>>;

/** What a member is made of. */
export type Newcomer = Pick<Member, 'name' | 'role' | 'part' | 'region' | 'listed' | 'listedat'>;

/**
 * Who is in the team, with their devices. Held in memory so that a room asks without waiting, in the very turn that
 * queues a row; each change is on disk before it holds.
 */
export class People {
  private readonly db: Kysely<Tables>;
  private readonly members = new Map<string, Member>();
  private readonly devices = new Map<number, Device>();
  private readonly numbers = new Map<string, readonly number[]>();
  /** Names as they are shown, until somebody comes or a name changes. */
  private shown: ReadonlyMap<string, string> | null = null;

  private constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  static async load(db: Kysely<Tables>): Promise<People> {
    const people = new People(db);
    const members = (await db.selectFrom('member').selectAll().execute()) as Member[];
    for (const member of members) people.members.set(member.id, member);
    for (const device of await db.selectFrom('device').selectAll().orderBy('number').execute())
      people.addKnown(device);
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

  /** A member's name as everybody sees it; empty for nobody. */
  displayName(id: string): string {
    this.shown ??= displayNames(
      this.all().map((member) => ({ ...member, number: this.numbersOf(member.id)[0] ?? 0 })),
    );
    return this.shown.get(id) ?? '';
  }

  /** Everybody, those who left too: what they gave stays under their name. */
  all(): readonly Member[] {
    return [...this.members.values()];
  }

  activeMembers(): readonly Member[] {
    return this.all().filter(({ removed }) => removed === null);
  }

  /** Numbers of all devices that a member ever had, the first one first. */
  numbersOf(member: string): readonly number[] {
    return this.numbers.get(member) ?? [];
  }

  allDevices(): readonly Device[] {
    return [...this.devices.values()];
  }

  devicesOf(member: string): readonly Device[] {
    return this.numbersOf(member).flatMap((number) => this.devices.get(number) ?? []);
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
  addCommitted(member: Member | null, device: Device | null): void {
    this.shown = null;
    if (member) this.members.set(member.id, member);
    if (device) this.addKnown(device);
  }

  private addKnown(device: Device): void {
    this.devices.set(device.number, device);
    this.numbers.set(device.member, [...this.numbersOf(device.member), device.number]);
  }

  /** Changes a member who is here; false for anybody else. Holds once `changed` is called after the commit. */
  async changeWithin(within: Transaction<Tables>, id: string, change: MemberChange): Promise<boolean> {
    const { numUpdatedRows } = await within
      .updateTable('member')
      .set(change)
      .where('id', '=', id)
      .where('removed', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Whether a member who is here is so already, by the rows of a transaction: another may have changed them just now. */
  async isWithin(within: Transaction<Tables>, id: string, change: MemberChange): Promise<boolean> {
    const row = await within.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row || row.removed !== null) return false;
    const now: Readonly<Record<string, unknown>> = row;
    return Object.entries(change).every(([field, value]) => own(now, field) === value);
  }

  /** Takes a change that is committed. */
  changed(id: string, change: MemberChange): void {
    const member = this.members.get(id);
    if (change.name !== undefined) this.shown = null;
    if (member) this.members.set(id, { ...member, ...change });
  }

  /** Changes somebody who may have left, on disk first. */
  async change(id: string, change: MemberChange): Promise<void> {
    await this.db.updateTable('member').set(change).where('id', '=', id).execute();
    this.changed(id, change);
  }

  /** Numbers of the devices that a member still has. */
  async devicesWithin(within: Transaction<Tables>, member: string): Promise<number[]> {
    const rows = await within
      .selectFrom('device')
      .select('number')
      .where('member', '=', member)
      .where('removed', 'is', null)
      .execute();
    return rows.map(({ number }) => Number(number));
  }

  /** Removes a device. Holds once `deviceRemoved` is called after the commit. */
  async removeDeviceWithin(within: Transaction<Tables>, number: number, at: number): Promise<void> {
    await within.updateTable('device').set({ removed: at }).where('number', '=', number).execute();
  }

  deviceRemoved(number: number, at: number): void {
    const device = this.devices.get(number);
    if (device) this.devices.set(number, { ...device, removed: at });
  }
}

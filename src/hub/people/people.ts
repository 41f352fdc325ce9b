import type { Kysely, Selectable, Transaction } from 'kysely';
import { own } from '../../workspace/named.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { displayNames } from './display-names.ts';
import { random } from './secrets.ts';

export type Member = Readonly<Selectable<Tables['member']>> & { readonly role: Role };
export type Device = Readonly<Selectable<Tables['device']>>;

/** The fields of a member that can change. */
export type MemberChange = Partial<Omit<Member, 'id' | 'at'>>;

/** The fields of a new member. */
export type Newcomer = Pick<Member, 'name' | 'role' | 'part' | 'region' | 'listed' | 'listedat'>;

/**
 * The team's members and devices, in memory, so that a room can check them synchronously in the turn that queues a row.
 * A change is committed to disk before it is applied here.
 */
export class People {
  private readonly db: Kysely<Tables>;
  private readonly members = new Map<string, Member>();
  private readonly devices = new Map<number, Device>();
  private readonly numbers = new Map<string, readonly number[]>();
  /** Cached display names; cleared when a member joins or a name changes. */
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

  /** The member that a device belongs to; null if either was removed. */
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

  /** All members ever, since what those who left contributed stays under their name. */
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

  /** Inserts a member within the transaction of their invite; call `addCommitted` after the commit. */
  async addMember(within: Kysely<Tables>, newcomer: Newcomer, at: number): Promise<Member> {
    const member: Member = { ...newcomer, id: random(12), at, removed: null };
    await within.insertInto('member').values(member).execute();
    return member;
  }

  /** Inserts a device under a number that no device ever had. */
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

  /** Adds committed rows to memory. */
  addCommitted(member: Member | null, device: Device | null): void {
    this.shown = null;
    if (member) this.members.set(member.id, member);
    if (device) this.addKnown(device);
  }

  private addKnown(device: Device): void {
    this.devices.set(device.number, device);
    this.numbers.set(device.member, [...this.numbersOf(device.member), device.number]);
  }

  /** Updates the row of an active member; false for anybody else. Call `changed` after the commit. */
  async changeWithin(within: Transaction<Tables>, id: string, change: MemberChange): Promise<boolean> {
    const { numUpdatedRows } = await within
      .updateTable('member')
      .set(change)
      .where('id', '=', id)
      .where('removed', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /**
   * Whether an active member already has these values, read within the transaction since another may just have changed them.
   */
  async isWithin(within: Transaction<Tables>, id: string, change: MemberChange): Promise<boolean> {
    const row = await within.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row || row.removed !== null) return false;
    const now: Readonly<Record<string, unknown>> = row;
    return Object.entries(change).every(([field, value]) => own(now, field) === value);
  }

  /** Applies a committed change in memory. */
  changed(id: string, change: MemberChange): void {
    const member = this.members.get(id);
    if (change.name !== undefined) this.shown = null;
    if (member) this.members.set(id, { ...member, ...change });
  }

  /** Changes any member, also one who left; on disk first. */
  async change(id: string, change: MemberChange): Promise<void> {
    await this.db.updateTable('member').set(change).where('id', '=', id).execute();
    this.changed(id, change);
  }

  /** Numbers of a member's devices that were not removed. */
  async devicesWithin(within: Transaction<Tables>, member: string): Promise<number[]> {
    const rows = await within
      .selectFrom('device')
      .select('number')
      .where('member', '=', member)
      .where('removed', 'is', null)
      .execute();
    return rows.map(({ number }) => Number(number));
  }

  /** Marks a device's row as removed; call `deviceRemoved` after the commit. */
  async removeDeviceWithin(within: Transaction<Tables>, number: number, at: number): Promise<void> {
    await within.updateTable('device').set({ removed: at }).where('number', '=', number).execute();
  }

  deviceRemoved(number: number, at: number): void {
    const device = this.devices.get(number);
    if (device) this.devices.set(number, { ...device, removed: at });
  }
}

import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../hub/store/tables.ts';
import type { Refused } from '../../team/hub-api.ts';
import type { Role } from '../../workspace/room.ts';
import type { LinkRules } from '../link-rules.ts';
import { mayName } from '../link-rules.ts';
import { nameFault } from '../name.ts';

/** Names that one link may ever have, since each stays reserved for its owner. */
const MOST = 20;

/** Names of erased members are stored as hashes: unreadable, but still reserved. */
const hashed = (name: string): string => createHash('sha256').update(name).digest('hex');

/** A request to name a link. */
export interface Naming {
  readonly id: string;
  readonly name: string;
  readonly rules: LinkRules;
  readonly role: Role;
  /** Whether another link belongs to the same member. */
  readonly isOwn: (id: string) => boolean;
}

/**
 * The names that members chose for their links, in memory. A former name still leads to its link and stays its owner's, since
 * printed codes carry it, until an admin frees it for others.
 */
export class LinkNames {
  /** The link of each name, former names included. */
  private readonly ids = new Map<string, string>();
  /** The name that each link has now. */
  private readonly names = new Map<string, string>();
  /** Hashes of the names of erased members' links. */
  private readonly erased = new Set<string>();

  static async open(db: Kysely<Tables>): Promise<LinkNames> {
    const names = new LinkNames();
    for (const { name, link } of await db.selectFrom('linkname').selectAll().execute())
      if (link === '') names.erased.add(name);
      else names.ids.set(name, link);
    const rows = await db.selectFrom('link').select(['id', 'name']).where('name', 'is not', null).execute();
    for (const { id, name } of rows) if (name !== null) names.setName(id, name);
    return names;
  }

  idOf(name: string): string | undefined {
    return this.ids.get(name);
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? '';
  }

  /** Why a link may not have a name; null if it may. An empty name is always allowed. */
  refusal({ id, name, rules, role, isOwn }: Naming): Refused['refused'] | null {
    if (name === '') return null;
    if (!mayName(rules, role)) return 'name-rule';
    if (nameFault(name)) return 'form';
    if (this.erased.has(hashed(name))) return 'name-taken';
    const link = this.ids.get(name);
    if (link === id) return null;
    if (link !== undefined && !(this.isGivenUp(name) && isOwn(link))) return 'name-taken';
    return this.countOf(id) < MOST ? null : 'rate';
  }

  /** Whether a name is a former one, or that of an erased owner. */
  isGivenUp(name: string): boolean {
    const link = this.ids.get(name);
    return link === undefined ? this.erased.has(hashed(name)) : this.names.get(link) !== name;
  }

  private countOf(id: string): number {
    let count = 0;
    for (const link of this.ids.values()) if (link === id) count += 1;
    return count;
  }

  /** Sets a link's name, or removes it if empty; the former name still leads to the link. */
  setName(id: string, name: string): void {
    this.names.delete(id);
    if (name === '') return;
    this.ids.set(name, id);
    this.names.set(id, name);
  }

  /** Frees a former name for whoever takes it next. */
  free(name: string): void {
    this.ids.delete(name);
    this.erased.delete(hashed(name));
  }

  /** Erases the names of an erased member's links: they lead nowhere and stay reserved. */
  erase(links: ReadonlySet<string>): void {
    for (const [name, link] of this.ids)
      if (links.has(link)) {
        this.ids.delete(name);
        this.names.delete(link);
        this.erased.add(hashed(name));
      }
  }
}

/** Stores a link's name; an empty one removes it. */
export async function storeName(
  within: Transaction<Tables>,
  { id, name, stamp }: { id: string; name: string; stamp: number },
): Promise<void> {
  const row = { name: name || null, stamp };
  await within.updateTable('link').set(row).where('id', '=', id).execute();
  if (name === '') return;
  await within
    .insertInto('linkname')
    .values({ name, link: id })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ link: id }))
    .execute();
}

export async function storeFreed(within: Transaction<Tables>, name: string): Promise<void> {
  await within
    .deleteFrom('linkname')
    .where('name', 'in', [name, hashed(name)])
    .execute();
}

/** Replaces the names of a member's links by hashes. Call before the links are deleted. */
export async function eraseNames(db: Kysely<Tables>, member: string): Promise<void> {
  const rows = await db
    .selectFrom('linkname')
    .innerJoin('link', 'link.id', 'linkname.link')
    .select('linkname.name')
    .where('link.member', '=', member)
    .execute();
  for (const { name } of rows)
    await db
      .updateTable('linkname')
      .set({ name: hashed(name), link: '' })
      .where('name', '=', name)
      .execute();
}

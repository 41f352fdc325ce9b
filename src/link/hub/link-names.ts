import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../hub/store/tables.ts';
import type { Refused } from '../../team/hub-api.ts';
import type { LinkRules } from '../../team/link-rules.ts';
import { mayName } from '../../team/link-rules.ts';
import type { Role } from '../../workspace/room.ts';
import { nameFault } from '../name.ts';

/** Names that one link may ever have: each stays its owner's. */
const MOST = 20;

/** How the name of somebody who was erased is known: nobody else may have it, and nobody can read it. */
const hashed = (name: string): string => createHash('sha256').update(name).digest('hex');

/** Who wants to name which link. */
export interface Naming {
  readonly id: string;
  readonly name: string;
  readonly rules: LinkRules;
  readonly role: Role;
  /** Whether another link is of the same member. */
  readonly isOwn: (id: string) => boolean;
}

/**
 * Names that members chose for their links, in memory: of one name there is one link. A name that was given up leads where
 * it led and is its owner's still, since printed codes carry it; nobody else has it before an admin frees it.
 */
export class LinkNames {
  /** The link of each name, of those that were given up too. */
  private readonly ids = new Map<string, string>();
  /** The name that each link has now. */
  private readonly names = new Map<string, string>();
  /** Names of who was erased, by their hashes. */
  private readonly erased = new Set<string>();

  static async open(db: Kysely<Tables>): Promise<LinkNames> {
    const names = new LinkNames();
    for (const { name, link } of await db.selectFrom('linkname').selectAll().execute())
      if (link === '') names.erased.add(name);
      else names.ids.set(name, link);
    const rows = await db.selectFrom('link').select(['id', 'name']).where('name', 'is not', null).execute();
    for (const { id, name } of rows) if (name !== null) names.hold(id, name);
    return names;
  }

  idOf(name: string): string | undefined {
    return this.ids.get(name);
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? '';
  }

  /** Why a link may not have a name; null where it may. Without a name any link may be. */
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

  /** Whether a link had a name and has it no more, or had it whose owner was erased. */
  isGivenUp(name: string): boolean {
    const link = this.ids.get(name);
    return link === undefined ? this.erased.has(hashed(name)) : this.names.get(link) !== name;
  }

  private countOf(id: string): number {
    let count = 0;
    for (const link of this.ids.values()) if (link === id) count += 1;
    return count;
  }

  /** Gives a link a name, or with an empty one takes it away; the one it had leads to it still. */
  hold(id: string, name: string): void {
    this.names.delete(id);
    if (name === '') return;
    this.ids.set(name, id);
    this.names.set(id, name);
  }

  /** Whoever asks next may have a name that was given up. */
  free(name: string): void {
    this.ids.delete(name);
    this.erased.delete(hashed(name));
  }

  /** Links of who was erased: their names lead nowhere, and are nobody's. */
  erase(links: ReadonlySet<string>): void {
    for (const [name, link] of this.ids)
      if (links.has(link)) {
        this.ids.delete(name);
        this.names.delete(link);
        this.erased.add(hashed(name));
      }
  }
}

/** Writes down which name a link has now; an empty one is none. */
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

/** Makes the names of a member's links unreadable. Before the links themselves go. */
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

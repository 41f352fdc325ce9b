import type { Kysely } from 'kysely';
import { nameFault } from '../../click/name.ts';
import type { Refused } from '../../team/hub-api.ts';
import type { LinkRules } from '../../team/link-rules.ts';
import { mayName } from '../../team/link-rules.ts';
import type { Role } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';

/** Names that members chose for their links, in memory: of one name there is one link. */
export class LinkNames {
  private readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();

  static async open(db: Kysely<Tables>): Promise<LinkNames> {
    const names = new LinkNames();
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
  refusal(id: string, name: string, rules: LinkRules, role: Role): Refused['refused'] | null {
    if (name === '') return null;
    if (!mayName(rules, role)) return 'name-rule';
    if (nameFault(name)) return 'form';
    const taken = this.ids.get(name);
    return taken === undefined || taken === id ? null : 'name-taken';
  }

  /** Gives a link a name, or with an empty one takes it away; the one it had is free. */
  hold(id: string, name: string): void {
    const before = this.names.get(id);
    if (before !== undefined) this.ids.delete(before);
    this.names.delete(id);
    if (name === '') return;
    this.ids.set(name, id);
    this.names.set(id, name);
  }
}

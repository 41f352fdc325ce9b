import type { Kysely } from 'kysely';
import { ANY, destinationOf, type Hosts } from '../../click/destination.ts';
import { SharedLink } from '../../click/link.ts';
import { idOf } from '../../click/short.ts';
import type { Change } from '../admission/admit.ts';
import type { Tables } from '../store/tables.ts';

const DAY = 86_400_000;
/** How long an id that nobody knows yet is waited for, ms, and how many requests may: its record may be on its way. */
const WAIT = 2000;
const MOST_WAITING = 200;

/** A link as the hub answers it. */
export interface LiveLink {
  readonly member: string;
  readonly url: string;
  readonly link: SharedLink;
}

/** The links of all members, in memory. Each was proved by its nonce, and leads to where it may. */
export class Links {
  private readonly db: Kysely<Tables>;
  private readonly live = new Map<string, LiveLink>();
  private readonly awaited = new Map<string, Set<() => void>>();
  private readonly own: () => ReadonlySet<string>;
  private readonly hosts: Hosts;
  private waiting = 0;
  private taking: Promise<void> = Promise.resolve();

  private constructor(db: Kysely<Tables>, own: () => ReadonlySet<string>, hosts: Hosts) {
    this.db = db;
    this.own = own;
    this.hosts = hosts;
  }

  /** `own`: the hub's own hosts, to which no link leads. */
  static async open(db: Kysely<Tables>, own: () => ReadonlySet<string>, hosts: Hosts = ANY): Promise<Links> {
    const links = new Links(db, own, hosts);
    for (const { member, record } of await db.selectFrom('link').selectAll().orderBy('at').execute()) {
      const { data } = SharedLink.safeParse(heldIn(record));
      if (data) links.keep(member, data);
    }
    await links.catchUp();
    return links;
  }

  /** Takes what was logged and not yet registered when the hub was killed. */
  private async catchUp(): Promise<void> {
    const last = await this.db
      .selectFrom('link')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst();
    const rows = await this.db
      .selectFrom('version')
      .select(['room', 'member', 'key', 'value', 'at'])
      .where('root', '=', 'links')
      .where('at', '>=', Number(last?.at ?? 0) - DAY)
      .orderBy('at')
      .orderBy('seq')
      .execute();
    for (const { room, member, key, value, at } of rows)
      if (room.startsWith('member/') && value !== null)
        await this.register(member, key, heldIn(value), Number(at));
  }

  /** Notes what a member wrote into a room of their own. Of one member after the other, in order. */
  taken(member: string, changes: readonly Change[], at: number): void {
    const links = changes.filter(({ root, value }) => root === 'links' && value !== undefined);
    for (const { key, value } of links)
      this.taking = this.taking.then(() => this.register(member, key, value, at)).catch(() => undefined);
  }

  /** All that was noted is registered. */
  settled(): Promise<void> {
    return this.taking;
  }

  private async register(member: string, key: string, value: unknown, at: number): Promise<void> {
    const { data } = SharedLink.safeParse(value);
    if (!data || data.id !== key || (await idOf(data.nonce)) !== key) return;
    if (!this.keep(member, data)) return;
    const row = { id: key, member, at, record: JSON.stringify(data) };
    await this.db
      .insertInto('link')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ record: row.record }))
      .execute();
  }

  /** Whether a link is now as it was declared. Another's id is not taken over, and a place elsewhere needs a manager. */
  private keep(member: string, link: SharedLink): boolean {
    const before = this.live.get(link.id);
    const to = destinationOf(link.target, this.hosts, this.own());
    if (!to.ok || (before && (before.member !== member || !isSameSite(before.url, to.url)))) return false;
    this.live.set(link.id, { member, url: to.url, link });
    for (const tell of this.awaited.get(link.id) ?? []) tell();
    return true;
  }

  get(id: string): LiveLink | undefined {
    return this.live.get(id);
  }

  /** A link that may be on its way; undefined where it does not come, or too many are waited for. */
  async soon(id: string): Promise<LiveLink | undefined> {
    if (this.waiting >= MOST_WAITING) return undefined;
    this.waiting += 1;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.awaited.get(id)?.delete(done);
        if (this.awaited.get(id)?.size === 0) this.awaited.delete(id);
        resolve();
      };
      const timer = setTimeout(done, WAIT);
      this.awaited.set(id, (this.awaited.get(id) ?? new Set()).add(done));
    });
    this.waiting -= 1;
    return this.live.get(id);
  }

  /** Forgets the links of who was erased: they lead nowhere any more. Their rows go with all that was theirs. */
  forget(member: string): void {
    for (const [id, one] of this.live) if (one.member === member) this.live.delete(id);
  }
}

/** What a row holds; undefined where it was damaged: that is one link less, and no hub less. */
function heldIn(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

const nameOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');

/** The same host, with or without `www`: below one name may stand many people's places, and only people know which. */
const isSameSite = (before: string, after: string) => nameOf(before) === nameOf(after);

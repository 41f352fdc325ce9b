import type { Kysely, Transaction } from 'kysely';
import type { Change } from '../../hub/admission/admit.ts';
import { type Act, type Answer, DONE, isDone, refused } from '../../hub/people/acting.ts';
import type { Writer } from '../../hub/store/row-scheduler.ts';
import type { Tables } from '../../hub/store/tables.ts';
import { turn } from '../../hub/turn.ts';
import type { LinkRules } from '../../team/link-rules.ts';
import { Turns } from '../../workspace/turns.ts';
import { destinationOf } from '../destination.ts';
import { SharedLink } from '../link.ts';
import { idOf } from '../short.ts';
import { Awaited } from './awaited.ts';
import { type Declared, DeclaredLinks } from './declared.ts';
import { LinkNames, storeFreed, storeName } from './link-names.ts';

const DAY = 86_400_000;
/** Links that are shown at once of those that wait for a manager. */
const MOST_ASKED = 200;
/** Links that are registered in one commit. Commands have their turn between two. */
const BATCH = 100;

/** A link as the hub answers it. `url` is empty where the team lets no link lead there any more. */
export interface LiveLink {
  readonly member: string;
  readonly url: string;
  readonly link: SharedLink;
  /** As its owner wants it, where that waits for a manager's yes. */
  readonly asked: SharedLink | null;
}

/** What the registry of links takes from around it. */
export interface LinksParts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  /** The hub's own hosts, which are no valid link targets. */
  readonly own: () => ReadonlySet<string>;
  /** What the team decided of its links. */
  readonly rules: () => LinkRules;
  /** Whether a member leads the team, and so needs nobody's yes. */
  readonly leads: (member: string) => boolean;
}

/** The links of all members, in memory. Each was proved by its nonce, and leads to where it may. */
export class Links {
  private readonly parts: LinksParts;
  private readonly live = new Map<string, LiveLink>();
  private readonly awaited: Awaited<LiveLink>;
  private readonly names: LinkNames;
  private readonly turns = new Turns();
  private readonly declared = new DeclaredLinks();
  /** How many were declared since the start, and how many of them are registered. */
  private noted = 0;
  private registered = 0;
  private isRegistering = false;
  /** The stamp of the last link that was written. */
  private stamp = 0;

  private constructor(parts: LinksParts, names: LinkNames) {
    this.parts = parts;
    this.names = names;
    this.awaited = new Awaited((id) => this.live.get(id));
  }

  static async open(parts: LinksParts): Promise<Links> {
    const links = new Links(parts, await LinkNames.open(parts.db));
    const rows = await parts.db.selectFrom('link').selectAll().orderBy('at').execute();
    for (const { id, member, record, asked, stamp } of rows) {
      links.stamp = Math.max(links.stamp, Number(stamp));
      const { data } = SharedLink.safeParse(heldIn(record));
      if (!data) continue;
      const wanted = SharedLink.safeParse(asked === null ? null : heldIn(asked));
      links.live.set(id, { member, url: links.urlOf(data), link: data, asked: wanted.data ?? null });
    }
    await links.catchUp();
    return links;
  }

  /** Takes what was logged and not yet registered when the hub was killed. */
  private async catchUp(): Promise<void> {
    const { db } = this.parts;
    const known = await db.selectFrom('link').select(['id', 'changed']).execute();
    const changed = new Map(known.map((row) => [row.id, Number(row.changed)]));
    const last = known.reduce((most, row) => Math.max(most, Number(row.changed)), 0);
    const rows = await db
      .selectFrom('version')
      .select(['room', 'member', 'key', 'value', 'at'])
      .where('root', '=', 'links')
      .where('at', '>=', last - DAY)
      .orderBy('at')
      .orderBy('seq')
      .execute();
    // What was declared before a manager's answer was answered by it.
    const declared = rows.flatMap(({ room, member, key, value, at }) => {
      const isLater = Number(at) >= (changed.get(key) ?? 0);
      if (!room.startsWith('member/') || value === null || !isLater) return [];
      return [{ member, key, value: heldIn(value), at: Number(at) }];
    });
    for (let from = 0; from < declared.length; from += BATCH)
      await this.register(declared.slice(from, from + BATCH));
  }

  /** Notes what a member's device wrote into a room of their own. Of one link in order, of members and devices in turn. */
  taken(writer: Writer, changes: readonly Change[], at: number): void {
    this.noted += this.declared.note(writer, changes, at);
    this.registerSoon();
  }

  /** One batch is under way or has its place in the turn of the links, never two. */
  private registerSoon(): void {
    if (this.isRegistering || this.declared.isEmpty) return;
    this.isRegistering = true;
    this.next(() => this.registerNext());
  }

  /** Registers what is next of what was declared; the rest comes behind the commands that wait by now. */
  private async registerNext(): Promise<void> {
    const batch = this.declared.take(BATCH);
    try {
      await this.register(batch);
    } finally {
      this.registered += batch.length;
      this.isRegistering = false;
      this.registerSoon();
      await turn();
    }
  }

  private next(work: () => Promise<unknown>): void {
    this.turns.next(work).catch(() => undefined);
  }

  /** All that was noted is registered. */
  async settled(): Promise<void> {
    const { noted } = this;
    do await this.turns.ended();
    while (this.registered < noted);
  }

  private urlOf({ target }: SharedLink): string {
    const to = destinationOf(target, this.parts.rules(), this.parts.own());
    return to.ok ? to.url : '';
  }

  /** Registers what was declared, one after the other; of each link that is written which is the last. */
  private async register(declared: readonly Declared[]): Promise<void> {
    const fresh = new Map<string, { held: LiveLink; at: number }>();
    for (const { member, key, value, at } of declared) {
      const { data } = SharedLink.safeParse(value);
      if (!data || data.id !== key || (await idOf(data.nonce)) !== key) continue;
      const before = fresh.get(key)?.held ?? this.live.get(key);
      const held = this.heldAs(member, data, before);
      if (held && JSON.stringify(held) !== JSON.stringify(before)) fresh.set(key, { held, at });
    }
    if (fresh.size === 0) return;
    await this.parts.db.transaction().execute(async (within) => {
      for (const [key, { held, at }] of fresh) await this.store(within, key, held, at);
    });
    for (const [key, { held }] of fresh) this.hold(key, held);
  }

  /** A link as it holds from now on; null where it may not. Another's id is not taken over, and elsewhere needs a manager. */
  private heldAs(member: string, link: SharedLink, before: LiveLink | undefined): LiveLink | null {
    const url = this.urlOf(link);
    if (url === '' || (before && before.member !== member)) return null;
    if (!before) return { member, url, link, asked: null };
    const told = { ...link, ...countsFor(before.link) };
    if (isSamePlace(before.link.target, url) || this.parts.leads(member))
      return { member, url, link: told, asked: null };
    // What needs nobody's yes holds at once.
    return { ...before, link: { ...told, target: before.link.target }, asked: told };
  }

  private async store(
    within: Transaction<Tables>,
    id: string,
    { member, link, asked }: LiveLink,
    changed: number,
  ): Promise<void> {
    this.stamp = Math.max(changed, this.stamp + 1);
    const texts = { record: JSON.stringify(link), asked: asked && JSON.stringify(asked) };
    const row = { changed, stamp: this.stamp, ...texts };
    await within
      .insertInto('link')
      .values({ id, member, at: link.at, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  private hold(id: string, held: LiveLink): void {
    this.live.set(id, held);
    this.awaited.tell(id);
  }

  /**
   * Answers what a link's owner asked for: yes to that very target, or no. `unknown` where nobody asks for that, or the team
   * lets no link lead there. In the turn of the links, so that what the owner declares meanwhile is not written over.
   */
  answer(id: string, yes: { target: string } | null, act: Act): Promise<Answer> {
    return this.inTurn(() => this.answerNow(id, yes, act));
  }

  private inTurn(work: () => Promise<Answer>): Promise<Answer> {
    return this.turns.next(work);
  }

  /** Names a link for its owner, so that `<hub>/<name>` leads too. In the turn of the links: two never get one name. */
  name(id: string, name: string, act: Act): Promise<Answer> {
    return this.inTurn(async () => {
      const answer = await act(async (within, { member, role }) => {
        if (this.live.get(id)?.member !== member) return refused('unknown');
        const isOwn = (other: string) => this.live.get(other)?.member === member;
        const refusal = this.names.refusal({ id, name, rules: this.parts.rules(), role, isOwn });
        if (refusal) return refused(refusal);
        this.stamp = Math.max(this.parts.now(), this.stamp + 1);
        await storeName(within, { id, name, stamp: this.stamp });
        return DONE;
      });
      if (isDone(answer)) this.names.hold(id, name);
      return answer;
    });
  }

  /** Frees a name that was given up, whoever had it: what still carries it will lead wherever the next owner says. */
  free(name: string, act: Act): Promise<Answer> {
    return this.inTurn(async () => {
      const answer = await act(async (within) => {
        if (!this.names.isGivenUp(name)) return refused('unknown');
        await storeFreed(within, name);
        return DONE;
      });
      if (isDone(answer)) this.names.free(name);
      return answer;
    });
  }

  nameOf(id: string): string {
    return this.names.nameOf(id);
  }

  /** The link of a name; undefined where none has it. */
  named(name: string): string | undefined {
    return this.names.idOf(name);
  }

  private async answerNow(id: string, yes: { target: string } | null, act: Act): Promise<Answer> {
    let held: LiveLink | null = null;
    const answer = await act(async (within) => {
      held = this.answeredAs(id, yes);
      if (!held) return refused('unknown');
      await this.store(within, id, held, this.parts.now());
      return DONE;
    });
    if (isDone(answer) && held) this.hold(id, held);
    return answer;
  }

  /** A link as an answer has it from now on; null where that cannot be answered. */
  private answeredAs(id: string, yes: { target: string } | null): LiveLink | null {
    const held = this.live.get(id);
    if (!held?.asked || (yes && held.asked.target !== yes.target)) return null;
    const link = yes ? held.asked : held.link;
    const url = this.urlOf(link);
    return yes && url === '' ? null : { member: held.member, url, link, asked: null };
  }

  /** Holds every link against what the team now lets its links lead to. */
  judgeAgain(): void {
    for (const [id, held] of this.live) this.live.set(id, { ...held, url: this.urlOf(held.link) });
  }

  get(id: string): LiveLink | undefined {
    return this.live.get(id);
  }

  /** Links whose owners want them to lead elsewhere, the first so many: the next ones come when those are answered. */
  asked(): LiveLink[] {
    const waiting: LiveLink[] = [];
    for (const link of this.live.values()) {
      if (link.asked !== null) waiting.push(link);
      if (waiting.length === MOST_ASKED) break;
    }
    return waiting;
  }

  /** A link that may be on its way; undefined where it does not come, or too many are waited for. */
  soon(id: string, network: string): Promise<LiveLink | undefined> {
    return this.awaited.soon(id, network);
  }

  /** Forgets the links of who was erased: they lead nowhere any more. Their rows go with all that was theirs. */
  forget(member: string): void {
    const links = new Set<string>();
    for (const [id, one] of this.live) if (one.member === member) links.add(id);
    for (const id of links) this.live.delete(id);
    this.names.erase(links);
  }
}

/** What a link's clicks count for is what it was first made for: nobody moves clicks to another campaign afterwards. */
const countsFor = ({ at, channel, site, campaign, item }: SharedLink) => ({
  at,
  channel,
  site,
  campaign,
  item,
});

/** What a row holds; undefined where it was damaged: that is one link less, and no hub less. */
function heldIn(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

/**
 * The same scheme, port and host: at another port, or below `www` of one name, may stand other people's places, and only
 * people know which.
 */
const isSamePlace = (before: string, after: string) => new URL(before).origin === new URL(after).origin;

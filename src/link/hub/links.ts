import type { Transaction } from 'kysely';
import type { ItemChange } from '../../hub/admission/admit.ts';
import type { HubContext } from '../../hub/context.ts';
import { errorName } from '../../hub/log-line.ts';
import { type Act, type Answer, DONE, isDone, refused } from '../../hub/people/authorised-transaction.ts';
import { parsedRow } from '../../hub/store/parsed-row.ts';
import type { WritingDevice } from '../../hub/store/row-scheduler.ts';
import type { Tables } from '../../hub/store/tables.ts';
import { SerialQueue } from '../../workspace/serial-queue.ts';
import { destinationOf } from '../destination.ts';
import { SharedLink } from '../link.ts';
import type { LinkRules } from '../link-rules.ts';
import { idOf } from '../short.ts';
import type { Declared } from './declared-links.ts';
import { LinkNames, storeFreed, storeName } from './link-names.ts';
import { PendingLookups } from './pending-lookups.ts';
import { RegistrationQueue } from './registration-queue.ts';

const DAY = 86_400_000;
/** Pending changes that are shown at once. */
const MOST_PENDING = 200;
/** Links registered together at the start. */
const BATCH = 100;

/** A registered link as it is stored. */
interface Registered {
  readonly member: string;
  readonly link: SharedLink;
  /** The change that its owner wants and a manager has not approved yet. */
  readonly pending: SharedLink | null;
}

/** A registered link and where it leads: `url` is empty while the team does not allow its target. */
export interface LiveLink extends Registered {
  readonly url: string;
}

/** What the registry of links needs. */
export interface LinksParts extends Pick<HubContext, 'db' | 'now' | 'log'> {
  /** The hub's own hosts, which are no valid link targets. */
  readonly own: () => ReadonlySet<string>;
  /** The team's rules for links. */
  readonly rules: () => LinkRules;
  /** Whether a member leads the team, and so needs no approval. */
  readonly isLeader: (member: string) => boolean;
}

/** The links of all members, in memory. Each was proved by its nonce, and its target was checked. */
export class Links {
  private readonly parts: LinksParts;
  private readonly live = new Map<string, LiveLink>();
  private readonly lookups: PendingLookups<LiveLink>;
  private readonly names: LinkNames;
  private readonly turns = new SerialQueue();
  private readonly registrations: RegistrationQueue;
  /** Members who were erased since the start: nothing of theirs is registered any more. */
  private readonly erased = new Set<string>();
  /** The stamp of the last written link. */
  private stamp = 0;

  private constructor(parts: LinksParts, names: LinkNames) {
    this.parts = parts;
    this.names = names;
    this.lookups = new PendingLookups((id) => this.live.get(id));
    this.registrations = new RegistrationQueue({
      turns: this.turns,
      register: (batch) => this.register(batch),
      failed: (error) => parts.log('links-not-registered', { error: errorName(error) }),
    });
  }

  static async open(parts: LinksParts): Promise<Links> {
    const links = new Links(parts, await LinkNames.open(parts.db));
    const rows = await parts.db.selectFrom('link').selectAll().orderBy('at').execute();
    for (const { id, member, record, asked, stamp } of rows) {
      links.stamp = Math.max(links.stamp, Number(stamp));
      const { data } = SharedLink.safeParse(parsedRow(record));
      if (!data) continue;
      const wanted = SharedLink.safeParse(asked === null ? null : parsedRow(asked));
      links.put(id, { member, link: data, pending: wanted.data ?? null });
    }
    await links.catchUp();
    return links;
  }

  /** Registers links that were logged but not registered when the hub was killed. */
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
    // A declaration from before a manager's decision is settled by that decision.
    const declared = rows.flatMap(({ room, member, key, value, at }) => {
      const isLater = Number(at) >= (changed.get(key) ?? 0);
      if (!room.startsWith('member/') || value === null || !isLater) return [];
      return [{ member, key, value: parsedRow(value), at: Number(at) }];
    });
    for (let from = 0; from < declared.length; from += BATCH)
      await this.register(declared.slice(from, from + BATCH));
  }

  /** Queues the links that a device wrote into its member's room. */
  declare(writer: WritingDevice, changes: readonly ItemChange[], at: number): void {
    this.registrations.declare(writer, changes, at);
  }

  /** Resolves when all links declared so far are processed, or cannot be for now. */
  settled(): Promise<void> {
    return this.registrations.settled();
  }

  /** Registers what could not be registered before. */
  retry(): void {
    this.registrations.schedule();
  }

  private urlOf({ target }: SharedLink): string {
    const to = destinationOf(target, this.parts.rules(), this.parts.own());
    return to.ok ? to.url : '';
  }

  /** Registers declared links in order; of several declarations of a link the last one is stored. */
  private async register(declared: readonly Declared[]): Promise<void> {
    const fresh = new Map<string, { after: Registered; at: number }>();
    for (const { member, key, value, at } of declared) {
      const { data } = SharedLink.safeParse(value);
      if (!data || data.id !== key || (await idOf(data.nonce)) !== key) continue;
      const before = fresh.get(key)?.after ?? this.live.get(key);
      const after = this.resolveChange(member, data, before);
      if (!after) continue;
      const isDeclined = after.pending === null && after.link.target !== data.target;
      // A target that is not allowed is on its owner's device: a new stamp makes the device fetch the link as it is here. The
      // later moment settles the declaration, so that no restart judges it by other rules.
      if (isDeclined) fresh.set(key, { after, at: at + 1 });
      else if (!before || rowOf(after) !== rowOf(before)) fresh.set(key, { after, at });
    }
    if (fresh.size === 0) return;
    await this.parts.db.transaction().execute(async (within) => {
      for (const [key, { after, at }] of fresh) await this.store(within, key, after, at);
    });
    for (const [key, { after }] of fresh) this.put(key, after);
  }

  /**
   * Resolves a declared change into the link's new state; null if it is not allowed. Nobody takes over another's id, and a
   * target on another site needs a manager's approval. Everything but the target takes effect at once, whatever becomes of
   * the target: an owner can pause or end a link whose target the team has blocked.
   */
  private resolveChange(member: string, link: SharedLink, before: Registered | undefined): Registered | null {
    if (this.erased.has(member) || (before && before.member !== member)) return null;
    const url = this.urlOf(link);
    if (!before) return url === '' ? null : { member, link, pending: null };
    const changed = { ...link, ...countsFor(before.link) };
    const isTaken = isSamePlace(before.link.target, url) || (url !== '' && this.parts.isLeader(member));
    if (isTaken) return { member, link: changed, pending: null };
    const rest = { member, link: { ...changed, target: before.link.target } };
    const isPending = url !== '' || before.pending?.target === link.target;
    return { ...rest, pending: isPending ? changed : null };
  }

  private async store(
    within: Transaction<Tables>,
    id: string,
    { member, link, pending }: Registered,
    changed: number,
  ): Promise<void> {
    if (this.erased.has(member)) return;
    this.stamp = Math.max(changed, this.stamp + 1);
    const texts = { record: JSON.stringify(link), asked: pending && JSON.stringify(pending) };
    const row = { changed, stamp: this.stamp, ...texts };
    await within
      .insertInto('link')
      .values({ id, member, at: link.at, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  /** Shows a stored link, and judges its target by the rules of this moment: they may have changed since it was resolved. */
  private put(id: string, { member, link, pending }: Registered): void {
    if (this.erased.has(member)) return;
    this.live.set(id, { member, link, pending, url: this.urlOf(link) });
    this.lookups.wake(id);
  }

  /**
   * Approves exactly this target of a pending change, or declines the change. `unknown` if there is no such change or the
   * team does not allow the target. Serialised with registration, so that a newer declaration is not overwritten.
   */
  answer(id: string, yes: { target: string } | null, act: Act): Promise<Answer> {
    return this.inTurn(() => this.answerNow(id, yes, act));
  }

  private inTurn(work: () => Promise<Answer>): Promise<Answer> {
    return this.turns.run(work);
  }

  /** Names a link for its owner, so that `<hub>/<name>` leads to it. Serialised, so that no two links get the same name. */
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
      if (isDone(answer)) this.names.setName(id, name);
      return answer;
    });
  }

  /** Frees a former name, whoever had it: printed codes that carry it will lead wherever the next owner says. */
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

  /** The link with a name, if any. */
  named(name: string): string | undefined {
    return this.names.idOf(name);
  }

  private async answerNow(id: string, yes: { target: string } | null, act: Act): Promise<Answer> {
    let decided: Registered | null = null;
    const answer = await act(async (within) => {
      decided = this.answeredAs(id, yes);
      if (!decided) return refused('unknown');
      await this.store(within, id, decided, this.parts.now());
      return DONE;
    });
    if (isDone(answer) && decided) this.put(id, decided);
    return answer;
  }

  /** A link's state after an approval or refusal; null if there is nothing to decide. */
  private answeredAs(id: string, yes: { target: string } | null): Registered | null {
    const live = this.live.get(id);
    if (!live?.pending || (yes && live.pending.target !== yes.target)) return null;
    const link = yes ? live.pending : live.link;
    return yes && this.urlOf(link) === '' ? null : { member: live.member, link, pending: null };
  }

  /** Checks every link's target against the team's new rules. */
  judgeAgain(): void {
    for (const [id, live] of this.live) this.live.set(id, { ...live, url: this.urlOf(live.link) });
  }

  get(id: string): LiveLink | undefined {
    return this.live.get(id);
  }

  /** Links with a pending change, the first so many. */
  pendingChanges(): LiveLink[] {
    const waiting: LiveLink[] = [];
    for (const link of this.live.values()) {
      if (link.pending !== null) waiting.push(link);
      if (waiting.length === MOST_PENDING) break;
    }
    return waiting;
  }

  /** Waits for a link that may be about to be registered; undefined if it is not, or if too many are waiting. */
  soon(id: string, network: string): Promise<LiveLink | undefined> {
    return this.lookups.wait(id, network);
  }

  /**
   * Forgets the links of a member who is being erased: they lead nowhere, no click on them is counted, and nothing of theirs is
   * stored any more. Their rows are deleted by the erasure.
   */
  forget(member: string): void {
    this.erased.add(member);
    const links = new Set<string>();
    for (const [id, one] of this.live) if (one.member === member) links.add(id);
    for (const id of links) this.live.delete(id);
    this.names.erase(links);
  }
}

/** The fields that its clicks count for are fixed at first: nobody moves clicks to another campaign afterwards. */
const countsFor = ({ at, channel, site, campaign, item }: SharedLink) => ({
  at,
  channel,
  site,
  campaign,
  item,
});

/** What is stored of a link, to see whether it changed. */
const rowOf = ({ member, link, pending }: Registered) => JSON.stringify([member, link, pending]);

/**
 * The same scheme, host and port. Another port or subdomain may belong to other people, which only a manager can judge.
 */
const isSamePlace = (before: string, after: string) =>
  after !== '' && new URL(before).origin === new URL(after).origin;

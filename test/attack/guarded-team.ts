import type { SharedLink } from '../../src/link/link.ts';
import type { FiguresChoice } from '../../src/team/figures.ts';
import { monthOf, RANGE } from '../../src/workspace/room.ts';
import type { Device } from '../bench/device.ts';
import type { Target } from './attack.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { aLink } from './link.ts';
import { until } from './until.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Tuesday at 9 in the middle of a month: neither a day nor a week nor the month is over soon. */
export const START = Date.UTC(2026, 10, 10, 9);
/** What the one whom an attack is about does so often that no others together do. */
export const VICTIMS = 97;

export type Figures = Readonly<Record<string, number>>;

/** A room of results as it was seen. */
export interface Seen {
  readonly month: { readonly sums?: Figures; readonly counts?: Figures; readonly rule?: object };
  readonly days: Readonly<Record<string, { readonly counts: Figures }>>;
  readonly people: Readonly<Record<string, Figures>>;
  readonly totals: Readonly<Record<string, Figures>>;
  readonly materials: Readonly<Record<string, Figures>>;
  readonly channels: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
}

const ROOTS = ['month', 'days', 'people', 'totals', 'materials', 'channels'] as const;

/** A guarded team on a hub whose clock is turned, and an observer (the first member) who keeps all that was ever shown. */
export class GuardedTeamUnderAttack {
  readonly hub: HubUnderAttack;
  readonly people: Person[] = [];
  /** Every room of results that the observer ever saw. */
  readonly past: Seen[] = [];
  private readonly rooms = new Map<string, Promise<Device>>();
  private made = 0;

  private constructor(hub: HubUnderAttack) {
    this.hub = hub;
  }

  static async of(at: Target, members: number, few: FiguresChoice['few'] = 3, now = START) {
    const team = new GuardedTeamUnderAttack(await at.hub({ now, env: { MUSUBI_LINKS: '' } }));
    if (few === 3) await team.hub.must({ do: 'team.figures', figures: { mode: 'guarded', few } });
    await team.joined(members);
    return team;
  }

  /** More members, by one invite. */
  async joined(members: number): Promise<void> {
    const asked = { role: 'member', group: '', region: '', uses: members, days: 7 } as const;
    const { made } = await this.hub.must({ do: 'invite.make', ...asked }, await this.admin());
    const invite = made as { invite: string; secret: string };
    for (let n = 0; n < members; n += 1)
      this.people.push(await this.hub.joinBy(invite, `M${this.people.length}`));
  }

  /** The admin with a session of now: the clock is turned past the one of before. */
  admin(): Promise<Person> {
    return this.hub.signIn(this.hub.admin);
  }

  one(n: number): Person {
    const found = this.people[n];
    if (!found) throw new Error(`there is no member ${n}`);
    return found;
  }

  id = (n: number): string => this.one(n).joined.member;

  async asked(n: number, path: string, body: unknown): Promise<unknown> {
    const { body: said } = await this.hub.post(path, body, (await this.hub.signIn(this.one(n))).token);
    return JSON.parse(said);
  }

  async command(n: number, command: object): Promise<unknown> {
    return this.asked(n, '/api/do', command);
  }

  /** A member does something so many times; answered by the hub. */
  async does(n: number, times: number, more: object = {}): Promise<string[]> {
    const now = await this.hub.now();
    const room = await this.own(n);
    const rest = { type: 'opened', channel: 'x', site: 'x', item: '', campaign: '', undone: 0 };
    const ids = Array.from({ length: times }, () => {
      this.made += 1;
      return `event-${String(this.made).padStart(6, '0')}`;
    });
    room.doc.transact(() => {
      for (const id of ids)
        room.doc.getMap('events').set(id, { id, at: now, day: Math.floor(now / DAY), ...rest, ...more });
    });
    await this.hub.answered(room);
    return ids;
  }

  /** Takes back what a member did. */
  async takesBack(n: number, ids: readonly string[]): Promise<void> {
    const now = await this.hub.now();
    const room = await this.own(n);
    const events = room.doc.getMap('events');
    room.doc.transact(() => {
      for (const id of ids) events.set(id, { ...(events.get(id) as object), undone: now });
    });
    await this.hub.answered(room);
  }

  /** Several members, each one time more than the one before. */
  async all(from: number, to: number, more: object = {}): Promise<void> {
    for (let n = from; n <= to; n += 1) await this.does(n, n + 1, more);
  }

  /** A link that a member declares. */
  async link(n: number, more: Partial<SharedLink> = {}): Promise<SharedLink> {
    const link = await aLink(more);
    const room = await this.own(n);
    room.doc.getMap('links').set(link.id, link);
    await this.hub.answered(room);
    return link;
  }

  private async own(n: number): Promise<Device> {
    const person = this.one(n);
    const name = `member/${person.joined.member}/${monthOf(await this.hub.now())}`;
    const open = this.rooms.get(name) ?? this.openedAnew(person, name);
    this.rooms.set(name, open);
    return open;
  }

  private async openedAnew(person: Person, name: string): Promise<Device> {
    const room = await this.hub.open(person, name);
    this.made += 1;
    room.doc.clientID = person.joined.device * RANGE + 10 + this.made;
    return room;
  }

  /** Forgets what is open: the hub was started anew. */
  reopen(): void {
    this.rooms.clear();
    this.hub.sweep();
  }

  /**
   * Turns the clock, until the steps that are over by then are closed. All do something of another type before, by which
   * that is seen: what is published of one type tells nothing of another.
   */
  async turn(ms = HOUR): Promise<Seen> {
    // A month that the hub begins when the clock is turned already closes nothing by it.
    await this.begins();
    const before = (await this.look()).month.sums?.prepared ?? 0;
    const month = monthOf(await this.hub.now());
    for (let n = 0; n < this.people.length; n += 1)
      if (!this.gone.has(n)) await this.does(n, 1, { type: 'prepared' });
    await this.hub.turn(ms);
    // One room that stays open: a device that asks for it anew again and again is refused.
    const room = await this.hub.open(this.one(0), `results/${month}`);
    const prepared = () => (room.doc.getMap('month').get('sums') as Figures | undefined)?.prepared ?? 0;
    await until(() => prepared() > before, 'a step that is closed', 20_000);
    room.close();
    const seen = await this.look(month);
    this.past.push(seen);
    return seen;
  }

  /** Waits until the hub has begun the month of now: what is done before is of a step that is over an hour later. */
  async begins(): Promise<void> {
    const room = await this.hub.open(this.one(0), `results/${monthOf(await this.hub.now())}`);
    await until(() => room.doc.getMap('month').has('rule'), 'a month that has begun', 20_000);
    room.close();
  }

  /** Members who do nothing any more. */
  readonly gone = new Set<number>();

  /** The room of results as the observer sees it now. */
  async look(month?: string, by = this.one(0)): Promise<Seen> {
    const name = `results/${month ?? monthOf(await this.hub.now())}`;
    const room = await this.hub.open(by, name);
    const seen = Object.fromEntries(ROOTS.map((root) => [root, room.doc.getMap(root).toJSON()]));
    room.close();
    return seen as unknown as Seen;
  }
}

/** Every number of a room by its name, but of who appears by name. */
export function numbers(seen: Seen, type = 'opened'): Map<string, number> {
  const all = new Map<string, number>();
  const put = (name: string, figures: Figures | undefined) => {
    for (const one of type === 'clicked' ? ['clicked', 'scanned'] : [type])
      if (figures?.[one] !== undefined) all.set(`${name} ${one}`, figures[one]);
  };
  put('total', seen.month.sums);
  put('counts', seen.month.counts);
  for (const [key, figures] of Object.entries(seen.totals)) put(key, figures);
  for (const [key, figures] of Object.entries(seen.materials)) put(`i.${key}`, figures);
  for (const [key, by] of Object.entries(seen.channels))
    for (const [channel, figures] of Object.entries(by)) put(`${key}|${channel}`, figures);
  for (const [day, { counts }] of Object.entries(seen.days))
    for (const [cell, n] of Object.entries(counts))
      if (cell.startsWith(`${type}|`)) all.set(`${day} ${cell}`, n);
  return all;
}

/**
 * Whether somebody who kept all that was shown works a count out: as a figure, as what one has more than before, or as the
 * difference of two of those, with what they know of themselves taken off. A sentence, or null.
 */
export function workedOut(
  past: readonly Seen[],
  count: number,
  { own = [0], named = [0], type = 'opened' }: { own?: number[]; named?: number[]; type?: string } = {},
): string | null {
  const known = knownFrom(past, type);
  const mine = own.flatMap((one) => named.map((other) => one + other));
  for (const [a, x] of known)
    for (const [b, y] of known) {
      const less = mine.find((one) => x - y - one === count);
      if (less !== undefined) return `${a} less ${b} less ${less} is what one person did`;
    }
  return null;
}

/** Every number that was shown, and how much more it was than before. */
function knownFrom(past: readonly Seen[], type: string): Map<string, number> {
  const known = new Map<string, number>([['nothing', 0]]);
  let before = new Map<string, number>();
  for (const [at, seen] of past.entries()) {
    const now = numbers(seen, type);
    for (const [name, n] of now) {
      known.set(`${name} at ${at}`, n);
      known.set(`${name} more at ${at}`, n - (before.get(name) ?? 0));
    }
    before = now;
  }
  return known;
}

/** Whether no figure of a type is shown. A sentence, or null. */
export function shows(seen: Seen, type = 'opened'): string | null {
  const [first] = numbers(seen, type);
  return first ? `${first[0]} is shown: ${first[1]}` : null;
}

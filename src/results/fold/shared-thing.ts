import { NOTHING, type Sums, SumsBy } from './sums.ts';

/** Sums of at least three people. */
export type Shared = Sums & { readonly people: number };

/** Fewer people than this are told by the whole they are part of. */
export const FEWEST = 3;

/**
 * Something that several people shared, a campaign or a material: what each did of it on which channel, and what that adds
 * up to. All is kept up as it changes: a team's thousands are summed once, and not whenever somebody looks.
 */
export class SharedThing {
  private readonly members = new Map<string, SumsBy>();
  private readonly all = new SumsBy();
  /** How many people did something on a channel. */
  private readonly users = new Map<string, number>();

  add(member: string, channel: string, type: string, count: number): void {
    const own = this.members.get(member) ?? new SumsBy();
    const before = own.has(channel);
    own.add(channel, type, count);
    this.all.add(channel, type, count);
    this.use(channel, Number(own.has(channel)) - Number(before));
    if (own.size === 0) this.members.delete(member);
    else this.members.set(member, own);
  }

  private use(channel: string, more: number): void {
    const after = (this.users.get(channel) ?? 0) + more;
    if (after === 0) this.users.delete(channel);
    else this.users.set(channel, after);
  }

  get people(): number {
    return this.members.size;
  }

  total(): Shared {
    return { ...this.sums(), people: this.people };
  }

  /** Of however few people. */
  sums(): Sums {
    return this.all.total();
  }

  /** By channel, of however few people. In one order, whoever was there first. */
  byChannel(): Record<string, Sums> {
    const channels = [...this.all.entries()].filter(([channel]) => channel !== '');
    return Object.fromEntries(channels.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * By channel: channels of at least three people, where those that are left out are at least three people's too, or none.
   * Else nothing is told by channel: what the whole is more than the told ones would be one or two people's.
   */
  channels(): Record<string, Shared> {
    const isTold = (channel: string) => channel !== '' && (this.users.get(channel) ?? 0) >= FEWEST;
    if (![...this.users.keys()].every(isTold)) {
      const left = [...this.members.values()].filter((own) => [...own.ids()].some((id) => !isTold(id)));
      if (left.length < FEWEST) return {};
    }
    const told = [...this.all.entries()].filter(([channel]) => isTold(channel));
    const shared = ([channel, sums]: [string, Sums]) =>
      [channel, { ...NOTHING, ...sums, people: this.users.get(channel) ?? 0 }] as const;
    // In one order, whoever was there first.
    return Object.fromEntries(told.map(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

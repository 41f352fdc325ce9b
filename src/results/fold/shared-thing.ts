import type { Measures } from './measures.ts';
import { type Sums, SumsBy } from './sums.ts';

/** Sums of as many people as their measures ask for. */
export type Shared = Sums & { readonly people: number };

/**
 * A campaign or material that several people shared: the sums by member and channel. They are updated with each change, so
 * that a team's thousands are not summed whenever somebody looks.
 */
export class SharedThing {
  private readonly members = new Map<string, SumsBy>();
  private readonly measures: Measures;
  private readonly all: SumsBy;
  /** How many people did something on a channel. */
  private readonly users = new Map<string, number>();

  constructor(measures: Measures) {
    this.measures = measures;
    this.all = new SumsBy(measures);
  }

  add(member: string, channel: string, type: string, count: number): void {
    const own = this.members.get(member) ?? new SumsBy(this.measures);
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

  /** The sums, of any number of people. */
  sums(): Sums {
    return this.all.total();
  }

  /** The sums by channel, of any number of people, in a fixed order. */
  byChannel(): Record<string, Sums> {
    const channels = [...this.all.entries()].filter(([channel]) => channel !== '');
    return Object.fromEntries(channels.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /**
   * The sums of channels with enough people. Empty if the channels left out belong to fewer, since the whole minus the shown
   * channels would reveal them.
   */
  channels(): Record<string, Shared> {
    const { minPeople } = this.measures;
    const isShown = (channel: string) => channel !== '' && (this.users.get(channel) ?? 0) >= minPeople;
    if (![...this.users.keys()].every(isShown)) {
      const left = [...this.members.values()].filter((own) => [...own.ids()].some((id) => !isShown(id)));
      if (left.length < minPeople) return {};
    }
    const shown = [...this.all.entries()].filter(([channel]) => isShown(channel));
    const shared = ([channel, sums]: [string, Sums]) =>
      [channel, { ...this.measures.nothing, ...sums, people: this.users.get(channel) ?? 0 }] as const;
    // In a fixed order.
    return Object.fromEntries(shown.map(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

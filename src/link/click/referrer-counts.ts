/** Hosts that are shown for a link's hour, and hosts that are counted for it. */
const SHOWN = 40;
const COUNTED = 200;

interface Referrer {
  readonly host: string;
  people: number;
  /** The count inherited from the host it replaced: an upper bound of people that came from there before. */
  before: number;
}

/** Sorted by the upper bound, then by the certain count. */
const inOrder = (a: Referrer, b: Referrer) =>
  b.people - a.people || a.before - b.before || (a.host < b.host ? -1 : 1);
const surely = ({ host, people, before }: Referrer) => ({ host, people: people - before });

/**
 * The most frequent referrer hosts of a link's hour, in bounded memory. Any visitor may invent hosts, so a late host must not
 * be shut out: the space-saving algorithm (Metwally and others, 2005) guarantees that every host of more than one in two
 * hundred people is among them. Shown is the certain count of a host; everybody else is under the empty one.
 */
export class ReferrerCounts {
  private readonly referrers = new Map<string, Referrer>();
  private people = 0;

  /** A person came from a host, empty if unknown. */
  add(host: string): void {
    this.people += 1;
    const referrer = host === '' ? undefined : (this.referrers.get(host) ?? this.entered(host));
    if (referrer) referrer.people += 1;
  }

  /** People by host; those from hosts that are not shown, or from none, are under the empty one. */
  shown(): Map<string, number> {
    const most = [...this.referrers.values()].sort(inOrder).slice(0, SHOWN).map(surely);
    const rest = most.reduce((left, { people }) => left - people, this.people);
    const shown = new Map(most.map(({ host, people }) => [host, people]));
    return rest > 0 ? shown.set('', rest) : shown;
  }

  private entered(host: string): Referrer {
    const least = this.referrers.size < COUNTED ? null : this.least();
    if (least) this.referrers.delete(least.host);
    const before = least?.people ?? 0;
    const referrer = { host, people: before, before };
    this.referrers.set(host, referrer);
    return referrer;
  }

  private least(): Referrer {
    return [...this.referrers.values()].reduce((least, referrer) =>
      referrer.people < least.people ? referrer : least,
    );
  }
}

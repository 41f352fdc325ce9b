/** Places that are shown of one link's hour, and those that may become one of them. */
const SHOWN = 40;
const COUNTED = 200;

interface Place {
  readonly host: string;
  people: number;
  /** People of those that it took the place of: so many at most came from there before it was counted. */
  before: number;
}

/** By how many may have come from there, then by how many surely did. */
const inOrder = (a: Place, b: Place) =>
  b.people - a.people || a.before - b.before || (a.host < b.host ? -1 : 1);
const surely = ({ host, people, before }: Place) => ({ host, people: people - before });

/**
 * The hosts that people of one link's hour came from, those that most came from. Any visitor may invent a host, so none is
 * pushed out by being late: counts are space-saving (Metwally and others, 2005), by which whatever more than one in two
 * hundred came from is among them however many others there were. What is shown of a host is what was surely counted;
 * everybody else came from somewhere.
 */
export class Places {
  private readonly places = new Map<string, Place>();
  private people = 0;

  /** A person came from a host, empty where it was not said. */
  add(host: string): void {
    this.people += 1;
    const place = host === '' ? undefined : (this.places.get(host) ?? this.entered(host));
    if (place) place.people += 1;
  }

  /** People by host; who came from a host that is not shown, or from none, is under the empty one. */
  shown(): Map<string, number> {
    const most = [...this.places.values()].sort(inOrder).slice(0, SHOWN).map(surely);
    const rest = most.reduce((left, { people }) => left - people, this.people);
    const shown = new Map(most.map(({ host, people }) => [host, people]));
    return rest > 0 ? shown.set('', rest) : shown;
  }

  private entered(host: string): Place {
    const least = this.places.size < COUNTED ? null : this.least();
    if (least) this.places.delete(least.host);
    const before = least?.people ?? 0;
    const place = { host, people: before, before };
    this.places.set(host, place);
    return place;
  }

  private least(): Place {
    return [...this.places.values()].reduce((least, place) => (place.people < least.people ? place : least));
  }
}

import type { Click } from './click.ts';

/** How many people each network was on one day already, over all links of a member. */
export interface Networks {
  /** People of a click's network who were counted before it. */
  met(click: Click): number;
  /** Notes that a click is a person's. */
  add(click: Click): void;
}

/** The networks of one day (UTC), told by clicks in the order in which they came. */
export class NetworksOfDay implements Networks {
  private readonly people = new Map<string, number>();

  met({ network }: Click): number {
    return network === undefined ? 0 : (this.people.get(network) ?? 0);
  }

  add({ network }: Click): void {
    if (network !== undefined) this.people.set(network, (this.people.get(network) ?? 0) + 1);
  }
}

/** Networks of which another has counted who was met before each click, by its id. */
export function networksTold(met: ReadonlyMap<string, number>): Networks {
  return { met: ({ id }) => met.get(id) ?? 0, add: () => undefined };
}

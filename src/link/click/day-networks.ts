import type { Click } from './click.ts';

/** How many people each network has counted for on one day, over all links of a member. */
export interface Networks {
  /** People of a click's network who were counted before it. */
  met(click: Click): number;
  /** Counts a click as a person of its network. */
  add(click: Click): void;
}

/** The networks of one day (UTC), counted from clicks in the order of recording. */
export class DayNetworks implements Networks {
  private readonly people = new Map<string, number>();

  met({ network }: Click): number {
    return network === undefined ? 0 : (this.people.get(network) ?? 0);
  }

  add({ network }: Click): void {
    if (network !== undefined) this.people.set(network, (this.people.get(network) ?? 0) + 1);
  }
}

/** Networks whose earlier people were counted elsewhere, by the id of each click. */
export function networksFrom(met: ReadonlyMap<string, number>): Networks {
  return { met: ({ id }) => met.get(id) ?? 0, add: () => undefined };
}

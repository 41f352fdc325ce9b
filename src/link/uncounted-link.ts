/** The link of a share that leads to its page without a hub, which nobody counts. */
export interface UncountedLink {
  readonly id: string;
  /** UTC ms. */
  readonly at: number;
  readonly title: string;
  readonly channel: string;
  /** Its whole address, as it was shared. */
  readonly address: string;
}

/** Each address once, as it was shared last; the newest first. */
export function newestOfEach(links: readonly UncountedLink[]): UncountedLink[] {
  const newest = new Map<string, UncountedLink>();
  for (const link of links) {
    const other = newest.get(link.address);
    if (!other || other.at < link.at) newest.set(link.address, link);
  }
  return [...newest.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

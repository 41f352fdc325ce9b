import { type UserEventClickOptions, userEvent } from 'vitest/browser';
import { Feed, type Outside } from '../../../src/feed/feed.ts';
import { hear } from '../../../src/feed/first-listener.ts';
import type { Side } from '../../../src/feed/mount-buttons.ts';
import { MARK } from '../../../src/feed/own-markers.ts';
import { ARRIVING, PairHover } from '../../../src/feed/pair-hover.ts';
import type { Recipe } from '../../../src/sites/recipe.ts';
import { NAMES, recipe } from './site.ts';

export { card, elements, NAMES, recipe } from './site.ts';

export interface Running {
  readonly feed: Feed;
  readonly stop: AbortController;
  /** Keys asked about, a list for each question. */
  readonly asked: (readonly string[])[];
}

const running = new Set<AbortController>();

/** Runs a feed in this document. `known`: bits that the outside knows, by key; `few`: it tells all of them at once. */
export function run(known: Record<string, number> = {}, site: Recipe = recipe, few = false): Running {
  const asked: (readonly string[])[] = [];
  const outside: Outside = {
    ...(few && { all: async () => known }),
    marks: async (keys) => {
      asked.push(keys);
      return keys.map((key) => known[key] ?? 0);
    },
  };
  const feed = new Feed(site, NAMES, outside);
  const stop = new AbortController();
  running.add(stop);
  feed.start(stop.signal);
  const arrivals = new PairHover(feed, (mounted, side, by) => feed.point(mounted, side, by));
  hear(ARRIVING, (event) => arrivals.handle(event), stop.signal);
  return { feed, stop, asked };
}

/** Stops what runs and empties the page. */
export function clearAll(): void {
  for (const stop of running) stop.abort();
  running.clear();
  document.body.replaceChildren();
}

export const pairs = (within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(`[${MARK}]`),
];

/** The first pair within. */
export function pair(within: ParentNode = document) {
  const [host] = pairs(within);
  const [share, keep] = host?.shadowRoot?.querySelectorAll('button') ?? [];
  const icons = host?.shadowRoot?.querySelector('i');
  if (!host || !share || !keep || !icons) throw new Error('no pair');
  return { host, share, keep, icons };
}

/** The middle of a button, from the corner of its pair. */
function middleOf(
  side: Side,
  within?: ParentNode,
): { host: HTMLElement; position: { x: number; y: number } } {
  const { host, [side]: button } = pair(within);
  const [at, around] = [button.getBoundingClientRect(), host.getBoundingClientRect()];
  const position = { x: at.left - around.left + at.width / 2, y: at.top - around.top + at.height / 2 };
  return { host, position };
}

/** What a hand does to a button: the pointer meets the pair's host, and nothing inside of it. */
export const click = (side: Side, options: UserEventClickOptions = {}, within?: ParentNode) => {
  const { host, position } = middleOf(side, within);
  return userEvent.click(host, { ...options, position });
};
export const hover = (side: Side, within?: ParentNode) => {
  const { host, position } = middleOf(side, within);
  return userEvent.hover(host, { position });
};

/** How many pairs each card on the page has, nested cards not counted. */
export const perCard = (): number[] =>
  [...document.querySelectorAll('article')].map(
    (one) => pairs(one).filter((host) => host.closest('article') === one).length,
  );

/** After all that was queued in this task, as a mutation observer is; before any timer and any frame. */
export const microtasks = async (): Promise<void> => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

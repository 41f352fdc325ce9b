import type { CDPSession, Page } from 'playwright-core';
import { type Asked, metrics, scrollTo, type Variant, withFeed } from './feed-run.ts';
import { median } from './figures.ts';

/** Posts of every feed that is measured in rounds. */
export const POSTS = 2000;
/** Posts that one browser shows before the next has its turn: about a quarter of a second. */
const SLICE = 100;
/** How long browsers that have just been started are left alone, ms: they start their extensions on the same two cores. */
const SETTLING = 5000;

/** What one feed took in a round, in ms. */
export interface Run {
  readonly scriptMs: number;
  /** Script beside the page's own: what an injection's callbacks took, and a small rest that the page alone has too. */
  readonly besideMs: number;
  /** The main thread's own time, without what else had the processor meanwhile. */
  readonly taskMs: number;
}
export type Round = Readonly<Record<Variant, Run>>;

/** A feed that takes its turns, and what the page's own script took in them, ms. */
interface Feed {
  readonly variant: Variant;
  readonly page: Page;
  readonly clocks: Clocks;
  own: number;
}

/** The browser's metrics twice: by the clock on the wall, and by the thread's own. */
interface Clocks {
  readonly wall: CDPSession;
  readonly thread: CDPSession;
}

/** The feed with each variant at the same time, each in a browser of its own. */
function together<T>(
  asked: readonly Asked[],
  use: (feeds: readonly Feed[]) => Promise<T>,
  open: readonly Feed[] = [],
): Promise<T> {
  const [next, ...rest] = asked;
  if (!next) return use(open);
  return withFeed(next, async (page, wall) => {
    const thread = await page.context().newCDPSession(page);
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
    const feed: Feed = { variant: next.variant, page, clocks: { wall, thread }, own: 0 };
    return together(rest, use, [...open, feed]);
  });
}

const read = async ({ wall, thread }: Clocks) => ({
  script: (await metrics(wall)).ScriptDuration ?? 0,
  task: (await metrics(thread)).TaskDuration ?? 0,
});

/** Every feed after every other equally often: which of them had the caches last is worth 2 to 4 %. */
function turn<T>([first, ...rest]: readonly T[], at: number): readonly T[] {
  return first === undefined ? [] : [first, ...(at % 2 === 0 ? rest : rest.toReversed())];
}

/**
 * One round. The browsers take turns slice by slice: the machine changes its pace over seconds and minutes, by as much
 * as a half, and so meets all of them alike. (Whole runs one after the other said 0.98 and 1.11 within the hour, of the
 * same build.) What is left is each process' own luck, 4 % here with the page alone against itself; so it takes rounds.
 *
 * Nothing is collected by force before it: that empties the engine's caches of code, which no person's browser does
 * before they scroll.
 */
function round(asked: readonly Asked[]): Promise<Round> {
  return together(asked, async (feeds) => {
    await feeds[0]?.page.waitForTimeout(SETTLING);
    for (const { page } of feeds) await page.evaluate(scrollTo, SLICE);
    const before = await Promise.all(feeds.map(({ clocks }) => read(clocks)));
    for (let at = 1; at * SLICE < POSTS; at += 1)
      for (const feed of turn(feeds, at)) feed.own += await feed.page.evaluate(scrollTo, (at + 1) * SLICE);
    const runs = feeds.map(async ({ variant, clocks, own }, index): Promise<[Variant, Run]> => {
      const after = await read(clocks);
      const scriptMs = (after.script - (before[index]?.script ?? 0)) * 1000;
      const taskMs = (after.task - (before[index]?.task ?? 0)) * 1000;
      return [variant, { scriptMs, besideMs: scriptMs - own, taskMs }];
    });
    return Object.fromEntries(await Promise.all(runs)) as Round;
  });
}

/** Rounds of a feed with each variant. Says on the error stream what each round took. */
export async function rounds(name: string, asked: readonly Asked[], count: number): Promise<Round[]> {
  const all: Round[] = [];
  for (let at = 0; at < count; at += 1) {
    const first = at % asked.length;
    const one = await round([...asked.slice(first), ...asked.slice(0, first)]);
    const said = Object.entries(one).map(
      ([variant, { taskMs, besideMs }]) => `${variant} ${taskMs.toFixed(0)} (beside ${besideMs.toFixed(1)})`,
    );
    console.error(`${name} ${at}: task ms ${said.join(', ')}`);
    all.push(one);
  }
  return all;
}

/** Main-thread time of a variant against the page alone: the median of what each round says. */
export const taskRatioToPage = (all: readonly Round[], variant: Variant): number =>
  median(all.map((one) => one[variant].taskMs / one.page.taskMs));

/** The median over the rounds of what a variant's runs took, ms. */
export const medianOf = (all: readonly Round[], variant: Variant, figure: keyof Run): number =>
  median(all.map((one) => one[variant][figure]));

/** Script that a variant adds to the page's, ms. */
export const addedScript = (all: readonly Round[], variant: Variant): number =>
  medianOf(all, variant, 'besideMs') - medianOf(all, 'page', 'besideMs');

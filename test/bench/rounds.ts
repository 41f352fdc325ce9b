import type { Page } from 'playwright-core';
import { ALL, type Asked, metrics, scrollTo, type Variant, withFeed } from './feed-run.ts';
import { median } from './figures.ts';

/** What one run through a feed took, in ms. */
export interface Run {
  readonly scriptMs: number;
  /** Script beside the page's own: what an injection's callbacks took, and a small rest that the page alone has too. */
  readonly besideMs: number;
  readonly taskMs: number;
  /** The same work in every run, apart from page and injection: how fast the machine was during this one. */
  readonly paceMs: number;
}
export type Round = Readonly<Record<Variant, Run>>;

/** How long a browser that has just been started is left alone, ms: it starts its extensions on the same two cores. */
const SETTLING = 5000;

/**
 * One run: a browser of its own, from the first post to the last without a pause. Browsers that took turns slice by
 * slice met the same drift of the machine, but each slice began with cold caches, and what stood at the ends of a
 * mirrored order began with warm ones: 2 to 4 % of the figure, by the place in the order alone.
 *
 * Nothing is collected by force before it: that empties the engine's caches of code, which no person's browser does
 * before they scroll.
 */
export function run(asked: Asked, before?: (page: Page) => Promise<void>): Promise<Run> {
  return withFeed(asked, async (page, cdp) => {
    await before?.(page);
    await page.waitForTimeout(SETTLING);
    const start = await metrics(cdp);
    const { own, pace } = await page.evaluate(scrollTo, ALL);
    const after = await metrics(cdp);
    const ms = (name: string) => ((after[name] ?? 0) - (start[name] ?? 0)) * 1000;
    const scriptMs = ms('ScriptDuration') - pace;
    return { scriptMs, besideMs: scriptMs - own, taskMs: ms('TaskDuration') - pace, paceMs: pace };
  });
}

/** Each variant once, in another order every round, until all orders were had. */
function turned(variants: readonly Variant[], round: number): readonly Variant[] {
  const from = Math.floor(round / 2) % variants.length;
  const rotated = [...variants.slice(from), ...variants.slice(0, from)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}

/** Rounds of the feed with each variant, alternating. Says on the error stream what each round took. */
export async function rounds(
  site: string,
  variants: readonly Variant[],
  of: Omit<Asked, 'variant'>,
  count: number,
): Promise<Round[]> {
  const all: Round[] = [];
  for (let at = 0; at < count; at += 1) {
    const runs: [Variant, Run][] = [];
    for (const variant of turned(variants, at)) runs.push([variant, await run({ ...of, variant })]);
    const said = runs.map(
      ([name, { taskMs, besideMs, paceMs }]) =>
        `${name} ${taskMs.toFixed(0)} (beside ${besideMs.toFixed(1)}, pace ${paceMs.toFixed(0)})`,
    );
    console.error(`${site} ${at}: task ms ${said.join(', ')}`);
    all.push(Object.fromEntries(runs) as Round);
  }
  return all;
}

const ratioOf = (all: readonly Round[], variant: Variant, of: (run: Run) => number): number =>
  median(all.map((one) => of(one[variant]) / of(one.page)));

/**
 * Main-thread time of a variant against the page alone: the median of what each round says. The runs of a round stand
 * next to each other, so that a machine that changes its pace over minutes changes both; medians of all the runs of
 * each may come from two paces (seen: 1.11 and 0.98 within the hour, of the same build).
 */
export const taskRatioToPage = (all: readonly Round[], variant: Variant): number =>
  ratioOf(all, variant, ({ taskMs }) => taskMs);

/**
 * The same with each run read at the machine's pace in it: every fourth run or so is half as long again, script, layout
 * and paint alike, also with the page alone, since something else has the processor.
 */
export const taskRatioAtPace = (all: readonly Round[], variant: Variant): number =>
  ratioOf(all, variant, ({ taskMs, paceMs }) => taskMs / paceMs);

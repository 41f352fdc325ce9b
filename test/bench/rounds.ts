import type { Page } from 'playwright-core';
import { ALL, type Asked, metrics, scrollTo, type Variant, withFeed } from './feed-run.ts';
import { median, quantile } from './figures.ts';

/** What one run through a feed took, in ms. */
export interface Run {
  readonly scriptMs: number;
  /** Script beside the page's own: what an injection's callbacks took, and a small rest that the page alone has too. */
  readonly besideMs: number;
  readonly taskMs: number;
  /** The page's own script: the same work in every run, so it tells how fast the machine was during this one. */
  readonly ownMs: number;
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
    const own = await page.evaluate(scrollTo, ALL);
    const after = await metrics(cdp);
    const ms = (name: string) => ((after[name] ?? 0) - (start[name] ?? 0)) * 1000;
    const scriptMs = ms('ScriptDuration');
    return { scriptMs, besideMs: scriptMs - own, taskMs: ms('TaskDuration'), ownMs: own };
  });
}

/** Each variant once, in another order every round, until all orders were had. */
function turned(variants: readonly Variant[], round: number): readonly Variant[] {
  const from = Math.floor(round / 2) % variants.length;
  const rotated = [...variants.slice(from), ...variants.slice(0, from)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}

/** A round is calm while the page's own work took no longer in any of its runs than so many times the usual. */
const CALM = 1.12;
/** Rounds that may be run again because the machine was busy with something else, of those asked for. */
const AGAIN = 0.7;

const slowest = (round: Round) => Math.max(...Object.values(round).map(({ ownMs }) => ownMs));

function calmOf(all: readonly Round[]): Round[] {
  const own = all.flatMap((round) => Object.values(round).map(({ ownMs }) => ownMs));
  const usual = quantile(own, 0.25);
  return all.filter((round) => slowest(round) <= usual * CALM);
}

/**
 * Rounds of the feed with each variant, alternating. Every fourth run or so is half as long again, script, layout and
 * paint alike, also with the page alone: something else has the processor. Such a round is run again; of all rounds those
 * are taken that were disturbed least, told by the page's own script and not by what is measured. Says on the error
 * stream what each round took.
 */
export async function rounds(
  site: string,
  variants: readonly Variant[],
  of: Omit<Asked, 'variant'>,
  count: number,
): Promise<Round[]> {
  const all: Round[] = [];
  for (let at = 0; calmOf(all).length < count && at < count * (1 + AGAIN); at += 1) {
    const runs: [Variant, Run][] = [];
    for (const variant of turned(variants, at)) runs.push([variant, await run({ ...of, variant })]);
    const said = runs.map(
      ([name, { taskMs, besideMs, ownMs }]) =>
        `${name} ${taskMs.toFixed(0)} (beside ${besideMs.toFixed(1)}, own ${ownMs.toFixed(0)})`,
    );
    console.error(`${site} ${at}: task ms ${said.join(', ')}`);
    all.push(Object.fromEntries(runs) as Round);
  }
  return all.toSorted((a, b) => slowest(a) - slowest(b)).slice(0, count);
}

/**
 * Main-thread time of a variant against the page alone: the median of what each round says. The runs of a round stand
 * next to each other, so that a machine that changes its pace over minutes changes both; medians of all the runs of
 * each may come from two paces (seen: 1.11 and 0.98 within the hour, of the same build).
 */
export const taskRatioToPage = (all: readonly Round[], variant: Variant): number =>
  median(all.map((one) => one[variant].taskMs / one.page.taskMs));

import { type Asked, type Feed, metrics, openFeed, scrollTo, type Variant } from './feed-run.ts';

/** What one run through a feed took, in ms. */
export interface Run {
  readonly scriptMs: number;
  /** Script beside the page's own: what an injection's callbacks took, and a small rest that the page alone has too. */
  readonly besideMs: number;
  readonly taskMs: number;
}
export type Round = Readonly<Record<Variant, Run>>;

/** How long browsers that have just been started are left alone, ms: they start their extensions on the same two cores. */
const SETTLING = 3000;
/** Posts a feed goes on before it is the next one's turn: about a third of a second. */
const SLICE = 100;

interface Running extends Feed {
  readonly variant: Variant;
  readonly before: Record<string, number>;
  own: number;
}

async function begin(asked: Asked): Promise<Running> {
  const feed = await openFeed(asked);
  return { ...feed, variant: asked.variant, before: {}, own: 0 };
}

async function ended({ cdp, before, own }: Running): Promise<Run> {
  const after = await metrics(cdp);
  const ms = (name: string) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
  const scriptMs = ms('ScriptDuration');
  return { scriptMs, besideMs: scriptMs - own, taskMs: ms('TaskDuration') };
}

/**
 * One round: the feed with each variant, in a browser each, scrolled to its end a slice at a time in turn and in
 * mirrored order. The speed of a shared machine drifts by a quarter within a minute; within a second it hardly does, so
 * that all variants meet the same. Only one of them works at a time. What each took is read once, from the first slice to
 * the last, so that nothing which a page puts off is left out.
 *
 * Nothing is collected by force before it: that empties the engine's caches of code, which no person's browser does
 * before they scroll.
 */
export async function abreast(
  variants: readonly Variant[],
  of: Omit<Asked, 'variant'>,
  posts: number,
): Promise<Round> {
  const running: Running[] = [];
  try {
    for (const variant of variants) running.push(await begin({ ...of, variant }));
    await running[0]?.page.waitForTimeout(SETTLING);
    for (const one of running) Object.assign(one.before, await metrics(one.cdp));
    for (let slice = SLICE, turn = 0; slice <= posts; slice += SLICE, turn += 1) {
      for (const one of turn % 2 === 0 ? running : running.toReversed())
        one.own += await one.page.evaluate(scrollTo, slice);
    }
    const runs = await Promise.all(running.map(async (one) => [one.variant, await ended(one)]));
    return Object.fromEntries(runs) as Round;
  } finally {
    await Promise.all(running.map(({ close }) => close()));
  }
}

/** Every second round begins with the others, so that none is always first. */
export const turned = (variants: readonly Variant[], round: number) =>
  round % 2 === 0 ? variants : variants.toReversed();

/** Says on the error stream what a round took, and gives it on. */
export function tell(site: string, at: number, round: Round): Round {
  const said = Object.entries(round).map(
    ([variant, run]) =>
      `${variant} ${run.taskMs.toFixed(0)} (beside ${run.besideMs.toFixed(1)}, ${(run.taskMs / round.page.taskMs).toFixed(3)})`,
  );
  console.error(`${site} ${at}: task ms ${said.join(', ')}`);
  return round;
}

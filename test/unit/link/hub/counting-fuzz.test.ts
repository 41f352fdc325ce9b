import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayIn } from '../../../../src/hub/zone.ts';
import { counted } from '../../../../src/link/click/count-clicks.ts';
import { NONE } from '../../../../src/link/click/hour-counter.ts';
import { CLASSES, NEWEST } from '../../../../src/link/click/rules.ts';
import { ClickLog, type NewClick } from '../../../../src/link/hub/click-log.ts';
import { Counting } from '../../../../src/link/hub/counting.ts';
import { readDay } from '../../../../src/link/hub/hour-sums.ts';
import { linkHub } from '../../../../src/link/hub/link-hub.ts';
import { noResults } from '../../../../src/link/hub/results-of-links.ts';
import { USUAL_RULES } from '../../../../src/link/link-rules.ts';
import { MonthAggregates } from '../../../../src/results/hub/month-aggregates.ts';
import { monthOf } from '../../../../src/workspace/room.ts';
import { randomBy } from '../../random.ts';
import { MEASURES } from '../../results/fold/of-hub.ts';
import { LinkHub } from './link-hub.ts';

const HOUR = 3_600_000;
const STEPS = 40;
/** Seeds from 1 on, as many as the run is given; those that failed once are run each time. */
const SEEDS = Number(process.env.MUSUBI_SEEDS || 25);
const FAILED: readonly number[] = [];

let hub: LinkHub;
const alive: Process[] = [];
// A hub for each seed, so that it finds alone what it finds behind others.
beforeEach(async () => {
  hub = await LinkHub.open();
});
// Those that were put away go on like processes that nobody stopped, but not into the next seed.
afterEach(async () => {
  for (const { counting } of alive.splice(0)) await counting.close();
  await hub.close();
});

interface Process {
  readonly log: ClickLog;
  readonly counting: Counting;
  readonly tally: MonthAggregates;
}

const summing = () => {
  const { services } = hub.team.hub.hub;
  const linkOf = (id: string) => hub.team.hub.hub.service(linkHub).links.get(id);
  return new MonthAggregates({
    db: services.db,
    linkOf,
    measures: MEASURES,
    dayOf: dayIn('UTC'),
    damaged: () => true,
    note: async () => undefined,
  });
};

/** A process on the hub's store, as far as clicks go. */
async function started(): Promise<Process> {
  const { db, log: write, now } = hub.team.hub.hub.services;
  const log = await ClickLog.open(db, () => hub.team.now);
  const tally = summing();
  const counting = new Counting({
    ...{ db, log: write, now, clicks: log },
    rules: () => NEWEST,
    keepDays: () => USUAL_RULES.keepDays,
    linkOf: (id: string) => hub.team.hub.hub.service(linkHub).links.get(id),
    results: () => ({ ...noResults(db), sums: tally }),
  });
  await counting.start();
  log.follow(counting);
  const process = { log, counting, tally };
  alive.push(process);
  return process;
}

const WORDS = ['browser', 'app', 'tool', 'preview', 'ahead'] as const;

function click(next: (below: number) => number): NewClick {
  return {
    link: hub.link.id,
    word: WORDS[next(WORDS.length)] ?? 'browser',
    visitor: next(8) === 0 ? '' : `visitor-${next(12)}`,
    near: `near-${next(2)}`,
    network: `network-${next(3)}`,
    referrer: '',
    device: 'phone',
    own: next(10) === 0,
    qr: next(5) === 0,
  };
}

/** What the rows of the link say, and what its clicks add up to when they are counted anew. */
async function answeredCounts() {
  const { db } = hub.team.hub.hub.services;
  const rows = await db.selectFrom('linkday').select('sums').execute();
  const sums = { ...NONE };
  for (const { sums: row } of rows)
    for (const { counts } of Object.values(readDay(row) ?? {}))
      for (const name of CLASSES) sums[name] += counts[name] ?? 0;
  const log = await ClickLog.open(db, () => hub.team.now);
  const { clicks } = await log.after(0, 1_000_000, (batch) => expect.fail(`batch ${batch}`));
  return { sums, anew: counted(clicks, NEWEST) };
}

const clicks = ({ log }: Process, next: (below: number) => number) =>
  Array.from({ length: next(6) + 1 }, () => log.append(click(next)));

async function run(seed: number): Promise<void> {
  const next = randomBy(seed);
  const processes = [await started(), await started()];
  const waiting: Promise<unknown>[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const at = next(2);
    const process = processes[at] ?? expect.fail('no process');
    const { counting } = process;
    const what = next(11);
    if (what < 6) waiting.push(...clicks(process, next));
    else if (what === 6) waiting.push(counting.settled());
    else if (what === 7) hub.team.now += (next(3) - 1) * HOUR;
    else if (what === 8) processes[at] = await started();
    else if (what === 9) waiting.push(counting.recount());
    else await Promise.all(waiting.splice(0));
  }
  await Promise.all(waiting);
  for (let twice = 0; twice < 2; twice += 1) for (const { counting } of processes) await counting.settled();
  await (await started()).counting.settled();
}

/** One process that starts anew, is looked at, meets damaged rows and counts again. */
async function runAlone(seed: number): Promise<Process> {
  const next = randomBy(seed);
  let process = await started();
  const months = () => [0, 1].map((back) => monthOf(hub.team.now - back * 31 * 24 * HOUR));
  for (let step = 0; step < STEPS; step += 1) {
    const what = next(12);
    if (what < 5) await Promise.all(clicks(process, next));
    else if (what === 5) await process.counting.settled();
    else if (what === 6) hub.team.now += (next(3) - 1) * HOUR;
    else if (what === 7) {
      await process.counting.close();
      process = await started();
    } else if (what === 8) await process.counting.recount();
    else if (what === 9) await damaged();
    else await Promise.all(months().map((month) => process.tally.month(month)));
  }
  await process.counting.recount();
  return process;
}

const damaged = () => hub.team.hub.hub.services.db.updateTable('linkday').set({ sums: '{"1":' }).execute();

describe('clicks counted by one process among damaged rows', () => {
  it.each(Array.from({ length: SEEDS }, (_, n) => n + 1))(
    'are shown as all of them counted anew (seed %d)',
    async (seed) => {
      const { tally } = await runAlone(seed);
      const { sums, anew } = await answeredCounts();
      expect(sums).toEqual(anew);
      for (const month of [monthOf(hub.team.now), monthOf(hub.team.now - 31 * 24 * HOUR)])
        expect((await tally.month(month)).results([])).toEqual((await summing().month(month)).results([]));
    },
  );
});

describe('clicks counted by two processes that come and go, under a clock that goes back and forth', () => {
  it.each([...new Set([...FAILED, ...Array.from({ length: SEEDS }, (_, n) => n + 1)])])(
    'are what they are when all are counted anew (seed %d)',
    async (seed) => {
      await run(seed);
      const { sums, anew } = await answeredCounts();
      expect(sums).toEqual(anew);
    },
  );
});

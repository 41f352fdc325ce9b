import type { Page } from 'playwright-core';
import { bundle } from './bundle.ts';
import { median, quantile, round } from './figures.ts';
import { failStores } from './rooms-failures.ts';
import type { Kind } from './rooms-page.ts';
import { Stage } from './rooms-stage.ts';

const KINDS: readonly Kind[] = ['old', 'new'];
const SMALL = { rooms: 40, items: 5 };
const LARGE = { rooms: 10, items: 5000 };
const ROUNDS = 5;
/** Blocks of edits, old and new in turns, and edits in each. */
const BLOCKS = 3;
const EDITS = 150;
const KILLS = 20;
/** Edits of a run that is killed, and the keys that every second run writes over. */
const BETWEEN = 400;
const KEYS = 40;
const TAGS = ['a', 'b', 'c'];
const EACH = 600;
const MOVE_KILLS = 10;
const WAITING = 20;

const diaryOf = (kind: Kind, size: string) => `bench-${kind}-${size}`;

/** Milliseconds to open rooms in a browser that was just started, old and new in turns. */
async function openCold(stage: Stage): Promise<object> {
  await stage.run(async (page) => {
    for (const kind of KINDS) {
      const fill = (size: string, { rooms, items }: typeof SMALL) =>
        page.evaluate(([of, diary, r, i]) => globalThis.musubiRooms.fill(of, diary, r, i), [
          kind,
          diaryOf(kind, size),
          rooms,
          items,
        ] as const);
      await fill('small', SMALL);
      await fill('large', LARGE);
    }
  });
  const small: Record<Kind, number[]> = { old: [], new: [] };
  const large: Record<Kind, number[]> = { old: [], new: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of KINDS)
      await stage.run(async (page) => {
        const open = (size: string, { rooms, items }: typeof SMALL) =>
          page.evaluate(([of, diary, r, i]) => globalThis.musubiRooms.open(of, diary, r, i), [
            kind,
            diaryOf(kind, size),
            rooms,
            items,
          ] as const);
        small[kind].push(await open('small', SMALL));
        large[kind].push(await open('large', LARGE));
      });
  return {
    coldRatio40: round(median(small.new) / median(small.old), 2),
    coldMs40: round(median(small.new), 0),
    ratio50k: round(median(large.new) / median(large.old), 2),
    cold50kMs: round(median(large.new), 0),
  };
}

/**
 * Single edits, each begun when the one before is durable; beside them one row that is put into a table as durably, with
 * nothing else: no edit can be sooner than that.
 */
async function writeEdits(stage: Stage): Promise<object> {
  const took: Record<Kind, number[]> = { old: [], new: [] };
  const rows: number[] = [];
  await stage.run(async (page) => {
    for (let block = 0; block < BLOCKS; block += 1) {
      for (const kind of KINDS)
        took[kind].push(
          ...(await page.evaluate(([of, diary, n]) => globalThis.musubiRooms.edit(of, diary, n), [
            kind,
            diaryOf(kind, 'small'),
            EDITS,
          ] as const)),
        );
      rows.push(...(await page.evaluate((n) => globalThis.musubiRooms.putRows(n), EDITS)));
    }
  });
  return {
    editP50Ratio: round(median(took.new) / median(took.old), 2),
    editP50Ms: round(median(took.new), 1),
    editP95Ms: round(quantile(took.new, 0.95), 1),
    oldEditP95Ms: round(quantile(took.old, 0.95), 1),
    rowP50Ms: round(median(rows), 1),
    rowP95Ms: round(quantile(rows, 0.95), 1),
  };
}

/** What of the acknowledged edits is missing: the number at its key is an older one, or none. */
function lostOf(acked: ReadonlyMap<string, number>, items: readonly (readonly [string, number])[]): number {
  const shown = new Map(items);
  return [...acked].filter(([key, n]) => (shown.get(key) ?? -1) < n).length;
}

/** Kills the browser while it writes; an edit counts as acknowledged once that has left the browser. */
async function killWriters(stage: Stage): Promise<object> {
  const diary = 'bench-kills';
  const acked = new Map<string, number>();
  let [next, lost, answered, wiped] = [0, 0, 0, 0];
  for (let kills = 0; kills < KILLS; kills += 1) {
    const running = await stage.launch();
    const page = await stage.page(running);
    const isWhole = await page.evaluate(() => globalThis.musubiRooms.witness());
    if (kills > 0 && !isWhole) wiped += 1;
    const keys = kills % 2 === 0 ? 0 : KEYS;
    const enough = 20 + ((kills * 37) % 150);
    await new Promise<void>((done) => {
      const answer = (n: number) => {
        acked.set(keys > 0 ? `over-${n % keys}` : `own-${n}`, n);
        answered += 1;
        if (n === next + enough) done();
      };
      void page
        .exposeFunction('musubiAcked', answer)
        .then(() =>
          page.evaluate(
            ([name, from, count, over]) => globalThis.musubiRooms.writeOn(name, from, count, over),
            [diary, next, BETWEEN, keys] as const,
          ),
        )
        // It is killed before it answers.
        .catch(() => undefined);
    });
    await running.kill();
    next += BETWEEN;
    if (kills % 4 === 3) {
      const { items, gappy } = await stage.run((again) =>
        again.evaluate((name) => globalThis.musubiRooms.shown(name), diary),
      );
      lost += lostOf(acked, items) + (gappy ? 1 : 0);
    }
  }
  // `wiped`: the browser threw away all that it had stored, what is not ours too.
  return { kills: KILLS, acknowledged: answered, lost, wiped };
}

/** What a page and the background have in common here. */
type Context = Pick<Page, 'evaluate'>;

/** Two pages and the background write into one room at once: each shows all, and no edit is stored a second time. */
async function writeTogether(stage: Stage): Promise<object> {
  const diary = 'bench-together';
  return stage.run(async (first, running) => {
    const contexts: Context[] = [first, await stage.page(running), await stage.background(running)];
    for (const [at, one] of contexts.entries())
      await one.evaluate(([name, tag]) => globalThis.musubiRooms.join(name, tag), [
        diary,
        TAGS[at] ?? '',
      ] as const);
    const behind = await first.evaluate((name) => globalThis.musubiRooms.lastRow(name), diary);
    const all = EACH * contexts.length;
    await Promise.all(
      contexts.map((one, at) =>
        one.evaluate(([tag, count]) => globalThis.musubiRooms.writeMany(tag, count), [
          TAGS[at] ?? '',
          EACH,
        ] as const),
      ),
    );
    const { twice, rows } = await first.evaluate(
      ([name, at, n]) => globalThis.musubiRooms.twice(name, at, n),
      [diary, behind, all] as const,
    );
    for (const one of contexts)
      await one.evaluate((n) => globalThis.musubiRooms.untilJoined(n), all + contexts.length);
    return { twice, storedRows: rows };
  });
}

const fillOld = (page: Page, diary: string) =>
  page.evaluate(([name, r, i, w]) => globalThis.musubiRooms.fillOld(name, r, i, w), [
    diary,
    LARGE.rooms,
    LARGE.items,
    WAITING,
  ] as const);

/** Begins the move, and kills the browser after so long. True where that was before its end. */
async function killMove(stage: Stage, diary: string, after: number): Promise<boolean> {
  const running = await stage.launch();
  const page = await stage.page(running);
  let isOver = false;
  const moving = page
    .evaluate((name) => globalThis.musubiRooms.move(name), diary)
    .then(() => {
      isOver = true;
    })
    .catch(() => undefined);
  await Promise.race([moving, new Promise((done) => setTimeout(done, after))]);
  await running.kill();
  return !isOver;
}

/** Kills the browser while it moves 50,000 items out of the table of before, later every time; then lets it end. */
async function killMoves(stage: Stage): Promise<{ moveKills: number; moveLost: number }> {
  const diary = 'bench-move';
  await stage.run((page) => fillOld(page, diary));
  let [kills, isOver] = [0, false];
  while (kills < MOVE_KILLS && !isOver) {
    isOver = !(await killMove(stage, diary, 60 + kills * 30));
    kills += isOver ? 0 : 1;
  }
  const missing = await stage.run(async (page) => {
    await page.evaluate((name) => globalThis.musubiRooms.move(name), diary);
    return page.evaluate(([name, r, i, w]) => globalThis.musubiRooms.missing(name, r, i, w), [
      diary,
      LARGE.rooms,
      LARGE.items,
      WAITING,
    ] as const);
  });
  return { moveKills: kills, moveLost: missing };
}

/** Rooms on the device, each in a database of its own, beside the table of updates that was before. */
export async function benchRooms(): Promise<object> {
  const stage = new Stage(await bundle(new URL('./rooms-page.ts', import.meta.url)));
  try {
    const steps = [openCold, writeEdits, killWriters, failStores, writeTogether, killMoves];
    const figures: object[] = [];
    for (const step of steps) {
      const began = Date.now();
      figures.push(await step(stage));
      console.error(`${step.name}: ${JSON.stringify(figures.at(-1))} in ${Date.now() - began} ms`);
    }
    const all: Record<string, number> = Object.assign({}, ...figures);
    return { ...all, lost: (all.lost ?? 0) + (all.failureLost ?? 0) + (all.moveLost ?? 0) };
  } finally {
    stage.remove();
  }
}

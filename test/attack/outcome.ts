import type { Arena } from './arena.ts';
import { type Area, type Attack, UntriedError } from './attack.ts';
import type { Probe } from './probe.ts';
import { within } from './until.ts';

/** How long one attack may take, ms. */
const LONGEST = 90_000;
/** A hub that lets its health be asked for longer than this is tried once more: the machine may have been busy. */
export const SLOW = 250;

/** How an attack ended. */
export interface Outcome {
  readonly name: string;
  readonly area: Area;
  /** Null where it was stopped, or where it was not tried. */
  readonly broke: string | null;
  /** What this machine lacks for it to be tried; null where it was. */
  readonly lacks: string | null;
  /** The longest that a hub's health was waited for, and how long all of it took, ms. */
  readonly slowestMs: number;
  readonly ms: number;
}

/** What nobody caught: one attack's, and no end of the run. */
const strays: unknown[] = [];
process.on('uncaughtException', (error) => strays.push(error));
process.on('unhandledRejection', (error) => strays.push(error));

/** What was thrown, and from where in the first place. */
const wordsOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);

/** Runs one, and once more where the hub seemed slow. */
export async function outcomeOf(attack: Attack, arena: Arena, probe: Probe): Promise<Outcome> {
  const first = await once(attack, arena, probe);
  if (first.broke !== null || first.slowestMs <= SLOW) return first;
  const second = await once(attack, arena, probe);
  return { ...second, slowestMs: Math.min(first.slowestMs, second.slowestMs) };
}

type Answer = Pick<Outcome, 'broke' | 'lacks'>;

async function once(attack: Attack, arena: Arena, probe: Probe): Promise<Outcome> {
  await probe.slowest();
  const began = performance.now();
  const tried = attack.run(arena.target(attack.area)).then(
    (broke): Answer => ({ broke, lacks: null }),
    (error: unknown): Answer =>
      error instanceof UntriedError
        ? { broke: null, lacks: error.message }
        : { broke: `it threw ${wordsOf(error)}`, lacks: null },
  );
  const late = { broke: `it was not over after ${LONGEST / 1000} s`, lacks: null };
  const answer = (await within(LONGEST, tried)) ?? late;
  const slowestMs = Math.round(await probe.slowest());
  const stray = strays.splice(0).map((error) => `beside it, this was thrown: ${wordsOf(error)}`)[0] ?? null;
  const ended = await arena.over().catch((error: unknown) => `it left behind ${String(error)}`);
  const { name, area } = attack;
  const ms = performance.now() - began;
  return { name, area, broke: answer.broke ?? ended ?? stray, lacks: answer.lacks, slowestMs, ms };
}

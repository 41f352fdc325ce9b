import { freshBuild, freshWeb } from '../run/fresh-build.ts';
import { allAttacks } from './all.ts';
import { Arena } from './arena.ts';
import { AREAS, type Area, type Attack } from './attack.ts';
import { compiled } from './hub-process.ts';
import { Probe } from './probe.ts';
import { within } from './until.ts';

const HELP = `usage: npm run -s attack -- [${AREAS.join(' | ')}] [--only words of a name] [--json] [--list]`;
/** How long one attack may take, ms. */
const LONGEST = 90_000;
/** A hub that lets its health be asked for longer than this is tried once more: the machine may have been busy. */
const SLOW = 250;

interface Outcome {
  readonly attack: Attack;
  /** Null where it was stopped. */
  readonly broke: string | null;
  readonly slowestMs: number;
  readonly ms: number;
}

function chosen(all: readonly Attack[], args: readonly string[]): readonly Attack[] {
  const only = args.includes('--only') ? args.slice(args.indexOf('--only') + 1) : [];
  const words = only
    .filter((word) => !word.startsWith('--'))
    .join(' ')
    .toLowerCase();
  const areas = args.filter((arg): arg is Area => !only.includes(arg) && AREAS.includes(arg as Area));
  return all.filter(
    ({ area, name }) => (areas.length === 0 || areas.includes(area)) && name.toLowerCase().includes(words),
  );
}

/** What nobody caught: one attack's, and no end of the run. */
const strays: unknown[] = [];
process.on('uncaughtException', (error) => strays.push(error));
process.on('unhandledRejection', (error) => strays.push(error));

/** What was thrown, and from where in the first place. */
const wordsOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);

/** Runs one, and once more where the hub seemed slow. */
async function outcomeOf(attack: Attack, arena: Arena, probe: Probe): Promise<Outcome> {
  const first = await once(attack, arena, probe);
  if (first.broke !== null || first.slowestMs <= SLOW) return first;
  const second = await once(attack, arena, probe);
  return { ...second, slowestMs: Math.min(first.slowestMs, second.slowestMs) };
}

async function once(attack: Attack, arena: Arena, probe: Probe): Promise<Outcome> {
  await probe.slowest();
  const began = performance.now();
  const tried = attack.run(arena.target(attack.area)).then(
    (broke) => ({ broke }),
    (error: unknown) => ({ broke: `it threw ${wordsOf(error)}` }),
  );
  const answer = (await within(LONGEST, tried)) ?? { broke: `it was not over after ${LONGEST / 1000} s` };
  const slowestMs = Math.round(await probe.slowest());
  const stray = strays.splice(0).map((error) => `beside it, this was thrown: ${wordsOf(error)}`)[0] ?? null;
  const ended = await arena.over().catch((error: unknown) => `it left behind ${String(error)}`);
  return { attack, broke: answer.broke ?? ended ?? stray, slowestMs, ms: performance.now() - began };
}

function show({ attack, broke, slowestMs, ms }: Outcome): void {
  const [state, slow] = [broke === null ? 'held ' : 'BROKE', slowestMs > SLOW ? ` SLOW ${slowestMs} ms` : ''];
  console.error(`${state} ${attack.area.padEnd(8)} ${attack.name} (${(ms / 1000).toFixed(1)} s)${slow}`);
  if (broke !== null) console.error(`      ${broke}`);
}

async function run(attacks: readonly Attack[]): Promise<readonly Outcome[]> {
  if (attacks.some(({ area }) => area === 'page')) await freshBuild('e2e');
  if (attacks.some(({ area }) => area === 'edge')) await freshWeb();
  const probe = new Probe();
  const arena = new Arena(probe);
  await compiled(arena.target('').folder());
  const outcomes: Outcome[] = [];
  for (const area of AREAS) {
    for (const attack of attacks.filter((one) => one.area === area)) {
      const outcome = await outcomeOf(attack, arena, probe);
      show(outcome);
      outcomes.push(outcome);
    }
    await arena.areaOver();
  }
  await arena.close();
  await probe.close();
  return outcomes;
}

const args = process.argv.slice(2);
const attacks = chosen(await allAttacks(), args);
if (attacks.length === 0 || args.includes('--help')) {
  console.error(HELP);
  process.exit(1);
}
if (args.includes('--list')) {
  for (const { area, name } of attacks) console.log(`${area.padEnd(8)} ${name}`);
  process.exit(0);
}
const outcomes = await run(attacks);
const broken = outcomes.filter(({ broke }) => broke !== null).map(({ attack }) => attack.name);
const slowestMs = Math.max(0, ...outcomes.map((one) => one.slowestMs));
const told = { attacks: outcomes.length, held: outcomes.length - broken.length, broken, slowestMs };
console.log(
  args.includes('--json')
    ? JSON.stringify(told)
    : `${told.held} of ${told.attacks} held, /healthz waited at most ${slowestMs} ms`,
);
process.exit(broken.length === 0 ? 0 : 1);

import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshBuild, freshWeb } from '../run/fresh-build.ts';
import { allAttacks } from './all.ts';
import { AREAS, type Area, type Attack } from './attack.ts';
import { hubModules } from './hub-modules.ts';
import { compiled } from './hub-process.ts';
import { type Outcome, SLOW } from './outcome.ts';

const HELP = `usage: npm run -s attack -- [${AREAS.join(' | ')}] [--only words of a name] [--json] [--list]

Areas run beside each other, as many as there are cores. What broke or was slow then is tried once more with nothing beside
it, and that counts; its names stand under "second" where it then held. "untried" are those that this machine cannot try.`;

/** Areas that take longest come first, so that none is waited for alone. */
const LONGEST_FIRST: readonly Area[] = [
  'figures',
  'page',
  'edge',
  'requests',
  'rooms',
  'store',
  'rights',
  'clicks',
];

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

function show({ name, area, broke, lacks, slowestMs, ms }: Outcome): void {
  const [state, slow] = [
    lacks === null ? (broke === null ? 'held ' : 'BROKE') : 'not tried',
    slowestMs > SLOW ? ` SLOW ${slowestMs} ms` : '',
  ];
  console.error(`${state} ${area.padEnd(8)} ${name} (${(ms / 1000).toFixed(1)} s)${slow}`);
  if (broke ?? lacks) console.error(`      ${broke ?? lacks}`);
}

/** Runs attacks in a process of their own. Those that it did not come to broke. */
async function lane(attacks: readonly Pick<Attack, 'name' | 'area'>[]): Promise<Outcome[]> {
  const child = fork(new URL('./lane.ts', import.meta.url));
  const outcomes: Outcome[] = [];
  child.on('message', (outcome: Outcome) => {
    show(outcome);
    outcomes.push(outcome);
  });
  child.send(attacks.map(({ name }) => name));
  await new Promise((over) => child.once('exit', over));
  const left = attacks.filter(({ name }) => !outcomes.some((one) => one.name === name));
  const broke = 'its run ended before it';
  return [
    ...outcomes,
    ...left.map(({ name, area }) => ({ name, area, broke, lacks: null, slowestMs: 0, ms: 0 })),
  ];
}

/** Runs the areas, as many beside each other as there are cores. */
async function areas(attacks: readonly Attack[]): Promise<Outcome[]> {
  const left = LONGEST_FIRST.map((area) => attacks.filter((one) => one.area === area)).filter(
    (of) => of.length > 0,
  );
  const outcomes: Outcome[] = [];
  const next = async (): Promise<void> => {
    const of = left.shift();
    if (!of) return;
    outcomes.push(...(await lane(of)));
    return next();
  };
  await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, next));
  return outcomes;
}

const isWell = ({ broke, slowestMs }: Outcome) => broke === null && slowestMs <= SLOW;

async function run(attacks: readonly Attack[]) {
  if (attacks.some(({ area }) => area === 'page')) await freshBuild('e2e');
  if (attacks.some(({ area }) => area === 'edge')) await freshWeb();
  process.env.ATTACK_MODULES = JSON.stringify(await hubModules());
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  await compiled(folder);
  rmSync(folder, { recursive: true, force: true });
  const first = await areas(attacks);
  const unwell = first.filter((one) => !isWell(one));
  // Beside another area a machine of two cores is busy; what was measured then may be its fault and not the hub's.
  const again = unwell.length > 0 ? await lane(unwell) : [];
  const outcomes = [...first.filter(isWell), ...again];
  return { outcomes, second: again.filter(isWell).map(({ name }) => name) };
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
const { outcomes, second } = await run(attacks);
const tried = outcomes.filter(({ lacks }) => lacks === null);
const untried = outcomes.filter(({ lacks }) => lacks !== null).map(({ name }) => name);
const broken = tried.filter(({ broke }) => broke !== null).map(({ name }) => name);
const slowestMs = Math.max(0, ...tried.map((one) => one.slowestMs));
const held = tried.length - broken.length;
console.log(
  args.includes('--json')
    ? JSON.stringify({ attacks: tried.length, held, broken, slowestMs, second, untried })
    : `${held} of ${tried.length} held, /healthz waited at most ${slowestMs} ms${untried.length > 0 ? `; ${untried.length} could not be tried here` : ''}`,
);
process.exit(broken.length === 0 ? 0 : 1);

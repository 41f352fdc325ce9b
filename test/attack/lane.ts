import { allAttacks } from './all.ts';
import { Arena } from './arena.ts';
import type { Attack } from './attack.ts';
import { outcomeOf } from './outcome.ts';
import { Probe } from './probe.ts';

/** Runs attacks one after the other, in a process of their own; each outcome goes to whoever started it. */
async function run(attacks: readonly Attack[]): Promise<void> {
  const probe = new Probe();
  const arena = new Arena(probe);
  for (const attack of attacks) process.send?.(await outcomeOf(attack, arena, probe));
  await arena.close();
  await probe.close();
}

process.once('message', async (names: readonly string[]) => {
  const attacks = (await allAttacks()).filter(({ name }) => names.includes(name));
  // Those that wait most of their time do so beside the others, with hubs and a probe of their own.
  const waiting = attacks.filter(({ waits }) => waits);
  await Promise.all([run(attacks.filter(({ waits }) => !waits)), run(waiting)]);
  process.disconnect();
  process.exit(0);
});
process.once('disconnect', () => process.exit(1));

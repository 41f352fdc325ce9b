import { registerHooks } from 'node:module';

// Loaded into the hub's process before it: its clock can be turned, and it says what it has used.
const real = Date.now;
const start = Number(process.env.ATTACK_NOW || real());
let ahead = start - real();
Date.now = () => real() + ahead;

process.on('message', ({ id, turn = 0 }: { id: number; turn?: number }) => {
  ahead += turn;
  const { user, system } = process.cpuUsage();
  process.send?.({ id, cpuMs: (user + system) / 1000, now: Date.now() });
});
// Nothing of a run is left behind where the run itself ends.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();

// Packages in one file each, where whoever starts hundreds of hubs has bundled them (hub-modules.ts).
const bundled = new Map<string, string>(Object.entries(JSON.parse(process.env.ATTACK_MODULES || '{}')));
if (bundled.size > 0)
  registerHooks({
    resolve: (name, context, next) => {
      const url = bundled.get(name);
      return url ? { url, format: 'module', shortCircuit: true } : next(name, context);
    },
  });

// Which hub sides it has: those of the program, or the same with roots that take any JSON.
const CAPABILITIES = 'hub-sides.ts';
const anyItems = new URL('./any-items.ts', import.meta.url).href;
if (process.env.ATTACK_ITEMS === 'any')
  registerHooks({
    resolve: (name, context, next) =>
      name.endsWith(`/${CAPABILITIES}`) && context.parentURL !== anyItems
        ? { url: anyItems, shortCircuit: true }
        : next(name, context),
  });

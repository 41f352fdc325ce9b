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

import { restore } from './backup/backup.ts';
import { startHub } from './hub.ts';
import { errorName, type Log, lineOf, logTo, placeOf } from './log-line.ts';
import { LogOutput } from './log-output.ts';
import { HELP, isOfOneMachine, settingsFrom } from './settings.ts';

/** The hub as a process of its own: `npm run hub`. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(`${HELP}\n`);
  const output = new LogOutput(1, (lines) => lineOf(Date.now(), 'lines-dropped', { lines }));
  const log = logTo((line) => output.write(line), Date.now);
  // The sync library tells refusals by console.error; they stand in our log already, and its traces tell nothing more.
  console.error = (...messages: unknown[]) => log('library', { message: String(messages[0]).slice(0, 200) });
  surviving(log);
  const settings = settingsFrom(process.env);
  if (process.env.MUSUBI_RESTORE) restore(process.env.MUSUBI_RESTORE, settings.folder);
  const { hub, port, admin, stop } = await startHub(settings, log);
  log('started', { port, address: hub.settings.address, folder: settings.folder });
  if (hub.settings.links && isOfOneMachine(hub.settings.links))
    output.write(
      '\nLinks that are shared lead only on this machine. Set MUSUBI_ADDRESS to where others reach it (or MUSUBI_LINKS=off).\n',
    );
  if (admin) output.write(`\nOpen this once, to lead the team (it is good for a week):\n\n  ${admin}\n\n`);
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Who asks twice does not want to wait for what is under way.
      if (isStopping) process.exit(1);
      isStopping = true;
      void stopped(stop, log).then(async (status) => {
        await output.written();
        process.exit(status);
      });
    });
}

/** What goes wrong outside of any request, and where, is logged and ends nobody's links. */
function surviving(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => log('unexpected', { error: errorName(error), at: placeOf(error) }));
  // Whoever read them is gone, or their disk is full; a limit of file size is told as an error like that.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('SIGXFSZ', () => undefined);
}

async function stopped(stop: () => Promise<void>, log: Log): Promise<0 | 1> {
  try {
    await stop();
    log('stopped');
    return 0;
  } catch (error) {
    log('not-stopped', { error: errorName(error), at: placeOf(error) });
    return 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

import { HUB_CAPABILITIES } from '../hub-sides.ts';
import { restore } from './backup/restore.ts';
import { stepsOf } from './capabilities.ts';
import { errorName, type Log, lineOf, logTo, originOf } from './log-line.ts';
import { LogOutput } from './log-output.ts';
import { HELP, isOfOneMachine, settingsFrom } from './settings.ts';
import { startHub } from './start.ts';

/** The hub as a process of its own: `npm run hub`. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(`${HELP}\n`);
  const output = new LogOutput(1, (lines) => lineOf(Date.now(), 'lines-dropped', { lines }));
  const log = logTo((line) => output.write(line), Date.now);
  // The sync library prints refusals by console.error; our log has them already, so its stack traces are cut.
  console.error = (...messages: unknown[]) => log('library', { message: String(messages[0]).slice(0, 200) });
  surviving(log);
  const settings = settingsFrom(process.env);
  if (process.env.MUSUBI_RESTORE)
    restore(process.env.MUSUBI_RESTORE, settings.folder, stepsOf(HUB_CAPABILITIES));
  const { hub, port, admin, stop } = await startHub(settings, log, { capabilities: HUB_CAPABILITIES });
  log('started', { port, address: hub.services.settings.address, folder: settings.folder });
  const { links } = hub.services.settings;
  if (links && isOfOneMachine(links))
    output.write(
      '\nLinks that are shared lead only on this machine. Set MUSUBI_ADDRESS to where others reach it (or MUSUBI_LINKS=off).\n',
    );
  if (admin) output.write(`\nOpen this once, to lead the team (it is good for a week):\n\n  ${admin}\n\n`);
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // A second signal stops at once, without waiting for requests under way.
      if (isStopping) process.exit(1);
      isStopping = true;
      void stopped(stop, log).then(async (status) => {
        await output.written();
        process.exit(status);
      });
    });
}

/** Logs errors outside of any request instead of ending the process, so that links go on working. */
function surviving(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) =>
      log('unexpected', { error: errorName(error), at: originOf(error) }),
    );
  // The reader of the output is gone, or the disk is full. SIGXFSZ: a limit of file size was reached.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('SIGXFSZ', () => undefined);
}

async function stopped(stop: () => Promise<void>, log: Log): Promise<0 | 1> {
  try {
    await stop();
    log('stopped');
    return 0;
  } catch (error) {
    log('not-stopped', { error: errorName(error), at: originOf(error) });
    return 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

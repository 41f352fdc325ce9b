import { restore } from './backup/backup.ts';
import { startHub } from './hub.ts';
import { logTo } from './log-line.ts';
import { LogOutput } from './log-output.ts';
import { HELP, isOfOneMachine, settingsFrom } from './settings.ts';

/** The hub as a process of its own: `npm run hub`. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(`${HELP}\n`);
  const output = new LogOutput(1);
  const log = logTo((line) => output.write(line), Date.now);
  // The sync library tells refusals by console.error; they stand in our log already, and its traces tell nothing more.
  console.error = (...said: unknown[]) => log('library', { said: String(said[0]).slice(0, 200) });
  const settings = settingsFrom(process.env);
  if (process.env.MUSUBI_RESTORE) restore(process.env.MUSUBI_RESTORE, settings.folder);
  const { hub, port, admin, stop } = await startHub(settings, log);
  log('started', { port, address: hub.settings.address, folder: settings.folder });
  if (hub.settings.links && isOfOneMachine(hub.settings.links))
    output.write(
      '\nLinks that are shared lead only on this machine. Set MUSUBI_ADDRESS to where others reach it (or MUSUBI_LINKS=off).\n',
    );
  if (admin) output.write(`\nOpen this once, to lead the team (it is good for a week):\n\n  ${admin}\n\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(async () => {
        log('stopped');
        await output.written();
        process.exit(0);
      });
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

import { demo } from './demo-run.ts';

/** `npm run demo`: the main job, headless, on the stand-ins; `--json` prints only the figures, as the last line. */
const json = process.argv.includes('--json');
const done = await demo(json ? () => undefined : (line) => console.log(line));
if (json) process.stdout.write(`${JSON.stringify(done)}\n`);
process.exit(0);

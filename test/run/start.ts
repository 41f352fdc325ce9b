import { settingsFrom } from '../../src/hub/settings.ts';
import { type Running, startHub } from '../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../src/hub-sides.ts';
import { startHosts } from '../hosts/server.ts';
import { ensureBrowsers } from './browsers.ts';
import { buildExtension, extensionDir } from './build.ts';
import { buildWeb } from './build-web.ts';
import { openForPerson } from './open.ts';

const { chromium, firefox, missing } = ensureBrowsers();
for (const reason of missing) console.log(reason);
await buildExtension('production');

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
if (!display || !(chromium ?? firefox)) {
  const { demo } = await import('./demo-run.ts');
  console.log('No display here, so the main job runs by itself, headless, on stand-ins of the sites.\n');
  const { ms } = await demo((line) => console.log(line));
  console.log(`\nDone in ${(ms / 1000).toFixed(1)} s. The pictures show each step.`);
  instructions();
  process.exit(0);
}

const hosts = await startHosts();
const browser = await openForPerson({
  chromium,
  firefox,
  proxyPort: hosts.proxyPort,
  start: hosts.pages.playground,
});
console.log(`Musubi runs in a ${browser.name} of its own, with stand-ins of the sites and no network.`);
console.log('Finish the welcome page, open a feed from the playground, and press the knot under a post.');
console.log(`The playground is also at http://127.0.0.1:${hosts.port}/`);
await buildWeb();
const hub = await startTeam();
instructions();
await browser.closed;
await hub?.stop();
await hosts.stop();
process.exit(0);

/** A hub beside it, for who wants to try a team; without one everything else works all the same. */
async function startTeam(): Promise<Running | null> {
  const settings = settingsFrom({ MUSUBI_FOLDER: '.output/hub', ...process.env });
  try {
    const running = await startHub(settings, () => undefined, { capabilities: HUB_CAPABILITIES });
    console.log(`A team's hub runs at ${running.hub.services.settings.address}`);
    if (running.admin) console.log(`Manage the team by this link, once, under Team: ${running.admin}`);
    return running;
  } catch (error) {
    console.log(`No hub was started: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function instructions(): void {
  console.log(`
To use it in your own browser:
  Chrome, Edge  chrome://extensions, Developer mode, Load unpacked: ${extensionDir('chrome')}
  Firefox       about:debugging, This Firefox, Load Temporary Add-on: ${extensionDir('firefox')}/manifest.json`);
}

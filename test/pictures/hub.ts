import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsFrom } from '../../src/hub/settings.ts';
import { startHub } from '../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../src/hub-sides.ts';

/** A hub of its own, for the pages that it serves to strangers. */
export async function ownHub(): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-pictures-'));
  const settings = settingsFrom({ MUSUBI_FOLDER: folder, MUSUBI_PORT: '0', MUSUBI_HOST: '127.0.0.1' });
  const { port, stop } = await startHub(settings, () => undefined, { capabilities: HUB_CAPABILITIES });
  const close = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${port}`, close };
}

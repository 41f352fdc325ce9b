import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { RoomLog } from '../../../src/hub/store/log.ts';
import { eventually } from '../eventually.ts';
import { replica } from './rooms.ts';
import { openStore } from './store.ts';

const LIBRARY = 'library/2026-11';
const hubFile = new URL('./hub-process.ts', import.meta.url).pathname;

it('a hub that is killed has lost nothing of what it answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-'));
  const hub = spawn(process.execPath, [hubFile, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(hub.stdout, 'data');
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${Number(port)}` });
  const document = replica(1);
  const provider = new HocuspocusProvider({ websocketProvider, name: LIBRARY, document, token: '1' });
  provider.attach();
  await eventually(() => expect(provider.synced).toBe(true));
  const acked: string[] = [];
  for (let at = 0; at < 40; at++) {
    document.getMap('items').set(`k${at}`, at);
    await eventually(() => expect(provider.hasUnsyncedChanges).toBe(false));
    acked.push(`k${at}`);
  }
  hub.kill('SIGKILL');
  await once(hub, 'exit');
  provider.destroy();
  websocketProvider.destroy();
  const store = await openStore(folder);
  const loaded = new Y.Doc();
  await new RoomLog(store.db, () => {}).load(LIBRARY, loaded);
  expect(acked.filter((key) => !loaded.getMap('items').has(key))).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
});

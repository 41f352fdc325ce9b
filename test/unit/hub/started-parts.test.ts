import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document } from '@hocuspocus/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { RoomLog } from '../../../src/hub/store/log.ts';
import type { Store } from '../../../src/hub/store/sqlite.ts';
import { StartedParts } from '../../../src/hub/sync/started-parts.ts';
import { replica } from './rooms.ts';
import { openStore } from './store.ts';

const ROOM = 'library/2026-10';
let folder: string;
let store: Store;
let log: RoomLog;
let begun: StartedParts;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
  store = await openStore(folder);
  log = new RoomLog(store.db, () => {});
  begun = new StartedParts(log, () => undefined);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Writes so many items into the first part. */
async function write(count: number, device: number): Promise<void> {
  const doc = replica(device);
  doc.transact(() => {
    for (let at = 0; at < count; at += 1) doc.getMap('items').set(`${device}.${at}`, at);
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  await log.append({ room: ROOM, member: 'ann', device, at: 1, bytes, changes: [] }, () => {});
}

describe('whether a part is begun', () => {
  it('is computed once for a room that does not change, however many ask at a time', async () => {
    await write(100, 1);
    const read = vi.spyOn(log, 'read');
    const spent = vi.fn();
    const part = new Document(`${ROOM}/2`);
    const together = Array.from({ length: 50 }, () => begun.has(part, spent));
    expect(new Set(await Promise.all(together))).toEqual(new Set([false]));
    expect(await begun.has(part, spent)).toBe(false);
    expect(read).toHaveBeenCalledOnce();
    expect(spent).toHaveBeenCalledTimes(2);
  });

  it('is computed again when the room has grown', async () => {
    const part = new Document(`${ROOM}/2`);
    await write(100, 1);
    expect(await begun.has(part, () => {})).toBe(false);
    await write(2500, 2);
    expect(await begun.has(part, () => {})).toBe(true);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthOf } from '../../src/workspace/room.ts';
import { WRITE_FAILURES } from '../browser/workspace/storage-failures.ts';
import { type Identity, inviteIn, joinAs, makeInvite, openRoom, tokenOf } from './device.ts';
import { freePort, startProcess } from './hub-process.ts';
import type { AtHub } from './rooms-page.ts';
import type { Stage } from './rooms-stage.ts';

/** Edits that are written while storage fails. */
const EDITS = 30;
const FAILURES = [...Object.keys(WRITE_FAILURES), 'a row that cannot be read'];

/** Keys in a room, as a device sees them that had nothing to do with it. */
async function keysAt(port: number, room: string, identity: Identity): Promise<string[]> {
  const reader = openRoom(port, room, identity.joined.device, () => tokenOf(port, identity));
  await new Promise<void>((synced) => reader.provider.on('synced', () => synced()));
  const keys = [...reader.doc.getMap('items').keys()];
  reader.close();
  return keys;
}

/** Storage fails in five ways while a device writes with no hub: what it wrote is at the hub in the end, and in its room. */
export async function failStores(stage: Stage): Promise<{ failures: number; failureLost: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-failures-'));
  const port = await freePort();
  const hub = await startProcess(folder, port);
  const room = `library/${monthOf(Date.now())}`;
  let failureLost = 0;
  try {
    const admin = await joinAs(port, inviteIn(hub.admin), 'Admin');
    const uses = FAILURES.length;
    const invite = await makeInvite(port, await tokenOf(port, admin), { role: 'member', uses, days: 1 });
    for (const [at, failure] of FAILURES.entries()) {
      const diary = `bench-failing-${at}`;
      const identity = await joinAs(port, invite, `Member ${at}`);
      const { device } = identity.joined;
      const atHub: AtHub = {
        address: `http://127.0.0.1:${port}`,
        token: await tokenOf(port, identity),
        device,
        room,
      };
      const [answered, shown] = await stage.run((page) =>
        page.evaluate(([name, of, what, n]) => globalThis.musubiRooms.failing(name, of, what, n), [
          diary,
          atHub,
          failure,
          EDITS,
        ] as const),
      );
      const there = (await keysAt(port, room, admin)).filter((key) => key.startsWith(`${diary}-`)).length;
      if (answered + shown + there < 3 * EDITS)
        console.error(`${failure}: of ${EDITS} answered ${answered}, at the hub ${there}, shown ${shown}`);
      failureLost += 3 * EDITS - answered - shown - there;
    }
    return { failures: FAILURES.length, failureLost };
  } finally {
    await hub.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ItemChange } from '../../../src/hub/admission/admit.ts';
import { PendingRoom } from '../../../src/hub/admission/pending-room.ts';
import { copyOf, edit, mutated, numbers, type Pick, pending } from '../../attack/mutations.ts';
import { all, hubRoom, replica, TERMS } from './rooms.ts';
import { watched } from './watched.ts';

const RUNS = Number(process.env.MUSUBI_MUTATIONS || 3_000);
const SEED = Number(process.env.MUSUBI_SEED || 20_261_127);

/** A replica of each of three devices, and the hub's room they merged in. */
function merged(pick: Pick) {
  const room = hubRoom();
  const devices = [1, 2, 3].map((device) => ({ device, doc: replica(device) }));
  for (let round = 0; round < 6; round++)
    for (const { device, doc } of devices) {
      if (pick(2) === 0) Y.applyUpdate(doc, all(room.doc));
      for (let at = pick(5); at >= 0; at--) edit(doc, TERMS.roots, pick);
      const answer = room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), device);
      expect(answer.ok, JSON.stringify(answer)).toBe(true);
    }
  return { room, devices };
}

const shown = (doc: Y.Doc) => TERMS.roots.map((root) => doc.getMap(root).toJSON());

/** Takes in what was admitted, and whatever it does to the room, to a colleague and to a later load is seen. */
function takeIn(doc: Y.Doc, update: Uint8Array, changes: readonly ItemChange[]): void {
  const colleague = copyOf(doc);
  const seen = watched(colleague);
  Y.applyUpdate(doc, update);
  Y.applyUpdate(colleague, update);
  expect(bySorting(changes)).toEqual(bySorting(seen));
  expect(pending(doc)).toEqual([null, null]);
  expect(pending(colleague)).toEqual([null, null]);
  const loaded = copyOf(doc);
  expect(shown(loaded)).toEqual(shown(doc));
  expect(shown(colleague)).toEqual(shown(doc));
  expect([...doc.share.keys()].filter((root) => !TERMS.roots.includes(root))).toEqual([]);
}

const bySorting = (changes: readonly ItemChange[]) =>
  changes.map((change) => JSON.stringify([change.root, change.key, change.value ?? null])).sort();

describe(`${RUNS} mutated updates, seed ${SEED}`, () => {
  it('leave no room that throws, diverges or waits', { timeout: 300_000 }, () => {
    const pick = numbers(SEED);
    let admitted = 0;
    let world = merged(pick);
    for (let run = 0; run < RUNS; run++) {
      if (run % 50 === 0) world = merged(pick);
      const { doc, device } = world.devices[pick(3)] ?? world.devices[0] ?? { doc: new Y.Doc(), device: 0 };
      const mine = copyOf(doc);
      mine.clientID = doc.clientID + 1 + pick(1000);
      for (let at = pick(4); at >= 0; at--) edit(mine, TERMS.roots, pick);
      const update = mutated(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(world.room.doc)), pick);
      const trial = copyOf(world.room.doc);
      const answer = new PendingRoom(trial).admit(update, device, TERMS);
      if (!answer.ok || !answer.written) continue;
      admitted++;
      takeIn(trial, answer.written.bytes, answer.written.changes);
    }
    // A property that lets nothing in would hold for nothing.
    expect(admitted).toBeGreaterThan(RUNS / 50);
  });
});

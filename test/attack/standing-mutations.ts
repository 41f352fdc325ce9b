import * as Y from 'yjs';
import { RANGE } from '../../src/workspace/room.ts';
import type { Attack, Target } from './attack.ts';
import { all, handmade, item, WORD } from './crafted.ts';
import { edit, loaded, mutated, numbers, type Pick, pending } from './mutations.ts';
import { oneOf } from './people.ts';

const ROOTS = ['items', 'comments'];
const RUNS = 150;

/** What a device would send after some edits of its own, with bytes changed. */
function bent(state: Uint8Array, device: number, pick: Pick): Uint8Array {
  const mine = loaded(state);
  mine.clientID = device * RANGE + 1 + pick(1000);
  for (let at = pick(4); at >= 0; at--) edit(mine, ROOTS, pick);
  return mutated(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(loaded(state))), pick);
}

/** What is wrong with a room as a newcomer gets it. */
function faults(state: Uint8Array): string | null {
  const doc = loaded(state);
  const again = loaded(all(doc));
  const shown = (one: Y.Doc) => JSON.stringify(ROOTS.map((root) => one.getMap(root).toJSON()));
  if (pending(doc).some((waits) => waits !== null)) return 'it waits for what never comes';
  if (shown(doc) !== shown(again)) return 'it is read in two ways';
  const odd = [...doc.share.keys()].filter((root) => !ROOTS.includes(root));
  return odd.length > 0 ? `it has roots that nobody declared: ${odd}` : null;
}

async function mutations(at: Target, seed: number): Promise<string | null> {
  const hub = await at.hub();
  const [eve, room, pick] = [await oneOf(hub, 'member'), await hub.library(), numbers(seed)];
  const reader = await hub.inRoom(hub.admin, room);
  let [state, taken] = [await reader.state(), 0];
  for (let run = 0; run < RUNS; run += 1) {
    const socket = await hub.inRoom(eve, room);
    if ((await socket.update(bent(state, eve.joined.device, pick))) === 'taken') taken += 1;
    socket.close();
    state = await reader.state();
    const fault = faults(state);
    if (fault) return `after ${run + 1} updates of seed ${seed}: ${fault}`;
  }
  const honest = handmade(eve.joined.device * RANGE + 5000, 0, [item(8, WORD)]);
  const said = await (await hub.inRoom(eve, room)).update(honest);
  if (said !== 'taken') return `an honest update afterwards: ${said}`;
  return taken > 0 ? null : 'nothing was taken at all, so this showed nothing';
}

export const mutationAttacks: readonly Attack[] = [1, 2, 3].map((seed) => ({
  area: 'rooms',
  name: `${RUNS} mutated updates, seed ${seed}`,
  run: (at) => mutations(at, seed),
}));

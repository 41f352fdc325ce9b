import { RANGE } from '../../src/workspace/room.ts';
import type { Attack } from './attack.ts';
import { handmade, item, WORD } from './crafted.ts';

/** Attacks that stood before there were areas. */
export const attacks: readonly Attack[] = [
  {
    area: 'rooms',
    name: 'a viewer writes into the library',
    run: async (at) => {
      const hub = await at.shared();
      const viewer = await hub.join('viewer', 'Vic');
      const socket = await hub.inRoom(viewer, await hub.library());
      const said = await socket.update(handmade(viewer.joined.device * RANGE, 0, [item(8, WORD)]));
      return said === 'taken' ? 'what a viewer wrote was taken' : null;
    },
  },
];

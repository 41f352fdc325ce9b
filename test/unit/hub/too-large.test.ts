import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { monthOf, RANGE } from '../../../src/workspace/room.ts';
import { RoomProvider } from '../../../src/workspace/rooms/provider.ts';
import { tokenOf } from '../../bench/device.ts';
import { eventually } from '../eventually.ts';
import { TeamHub } from './team.ts';

let team: TeamHub;
let socket: HocuspocusProviderWebsocket;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
  socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${team.hub.port}/sync` });
});
afterEach(async () => {
  socket.destroy();
  await team.close();
});

function open(room: string, document: Y.Doc) {
  const identity = team.admin?.identity;
  if (!identity) throw new Error('no admin');
  document.clientID = identity.joined.device * RANGE + 1;
  const tooLarge = vi.fn();
  const token = () => tokenOf(team.hub.port, identity);
  const provider = new RoomProvider(
    { websocketProvider: socket, name: room, document, awareness: null, token },
    tooLarge,
  );
  provider.attach();
  return { provider, tooLarge };
}

it('more than a hub takes at once is not sent, and the line of the other rooms stays', async () => {
  const closed = vi.fn();
  socket.on('close', closed);
  const waiting = new Y.Doc();
  waiting.getMap('items').set('long', { words: 'x'.repeat(6 << 20) });
  const large = open(`library/${monthOf(team.now)}`, waiting);
  await eventually(() => expect(large.tooLarge).toHaveBeenCalledOnce());
  const board = new Y.Doc();
  const { provider } = open('board', board);
  board.getMap('decisions').set('d', 1);
  await eventually(() => expect([provider.synced, provider.hasUnsyncedChanges]).toEqual([true, false]));
  expect(closed).not.toHaveBeenCalled();
  large.provider.destroy();
  provider.destroy();
});

import * as Y from 'yjs';
import type { Attack, Target } from './attack.ts';
import { BAD_UPDATES, type BadUpdate, colleagues } from './bad-updates.ts';
import { all, replica } from './crafted.ts';
import type { HubUnderAttack, Person } from './hub.ts';
import { once } from './once.ts';

interface Room {
  readonly hub: HubUnderAttack;
  readonly name: string;
  readonly eve: Person;
  readonly bob: Person;
}

/** The library of a hub, in which Bob wrote three items and Eve may write. */
const roomOfBob = once(filled);

async function filled(hub: HubUnderAttack): Promise<Room> {
  const [eve, bob] = [await hub.join('member', 'Eve'), await hub.join('member', 'Bob')];
  const name = await hub.library();
  const doc = replica(bob.joined.device);
  colleagues(doc);
  const said = await (await hub.inRoom(bob, name)).update(all(doc));
  if (said !== 'taken') throw new Error(`Bob's own items: ${said}`);
  return { hub, name, eve, bob };
}

const shown = (state: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const pending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  return JSON.stringify([doc.getMap('items').toJSON(), [...doc.share.keys()], pending]);
};

/** Offers it as Eve; what a device that joins then sees must be what one saw before. */
async function offered(at: Target, { bytes }: BadUpdate): Promise<string | null> {
  const { hub, name, eve, bob } = await roomOfBob(await at.shared());
  const observer = await hub.inRoom(bob, name);
  const before = shown(await observer.state());
  const device = eve.joined.device;
  const said = await (await hub.inRoom(eve, name)).update(bytes({ device, colleague: bob.joined.device }));
  const newcomer = await hub.inRoom(bob, name);
  const after = shown(await newcomer.state());
  if (said === 'taken') return 'the hub answered that it took it';
  return after === before ? null : `the room was ${before} and is ${after}`;
}

/** Every bad update, over the wire. */
export const updateAttacks: readonly Attack[] = BAD_UPDATES.map((bad) => ({
  area: 'rooms',
  name: `an update with ${bad.name}`,
  run: (at) => offered(at, bad),
}));

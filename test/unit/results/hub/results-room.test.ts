import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { HubRoom } from '../../../../src/hub/rooms/hub-room.ts';
import { TeamHub } from '../../hub/team.ts';

let team: TeamHub;
beforeEach(async () => {
  team = await TeamHub.withAdmin();
});
afterEach(() => team.close());

const MONTH = 'results/2026-05';
const figures = (n: number) =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `m${at}`,
      { prepared: 0, opened: 0, captured: 0, clicked: n + at },
    ]),
  );

async function opened(): Promise<HubRoom> {
  return HubRoom.open(MONTH, team.hub.hub.services.rooms.writing, { past: false });
}

async function bytes(): Promise<number> {
  const doc = await team.hub.hub.services.rooms.log.read(MONTH);
  return Y.encodeStateAsUpdate(doc).length;
}

it('stays as small as what it shows, however often its figures change, over a restart too', async () => {
  const room = await opened();
  await room.replaceRoot('people', figures(1000));
  const once = await bytes();
  for (let n = 1; n < 300; n += 1) await room.replaceRoot('people', figures(1000 + n));
  expect(await bytes()).toBeLessThan(once * 1.5);
  await room.close();
  await team.stop();
  await team.start();
  const again = await opened();
  for (let n = 300; n < 600; n += 1) await again.replaceRoot('people', figures(1000 + n));
  expect(await bytes()).toBeLessThan(once * 1.6);
  const admin = team.admin?.identity;
  if (!admin) throw new Error('there is no admin');
  const seen = await team.open(admin, MONTH);
  expect(seen.doc.getMap('people').toJSON()).toEqual(figures(1599));
  const { db } = team.hub.hub.services;
  const past = await db.selectFrom('version').select('key').where('room', '=', MONTH).execute();
  expect(past).toEqual([]);
  await again.close();
});

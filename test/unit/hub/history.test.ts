import { afterEach, expect, it } from 'vitest';
import type { History } from '../../../src/team/hub-api.ts';
import { TeamHub } from './team.ts';

let team: TeamHub | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});

it('answers no more of an item’s past than fits, newest first, and at least the newest', async () => {
  team = await TeamHub.withAdmin();
  const { db } = team.hub.hub.services;
  const [room, root, key] = ['library/2026-11', 'items', 'a1'];
  for (let seq = 1; seq <= 6; seq += 1) {
    const value = JSON.stringify({ seq, text: 'x'.repeat(900_000) });
    const row = { room, root, key, seq, part: 0, member: 'm', device: 1, at: seq, value };
    await db.insertInto('version').values(row).execute();
  }
  const { versions } = (await team.ask('/api/history', { room, root, key })) as History;
  expect(versions.map(({ at }) => at)).toEqual([6, 5]);
  const huge = {
    room,
    root,
    key: 'b1',
    seq: 7,
    part: 0,
    member: 'm',
    device: 1,
    at: 7,
    value: JSON.stringify('y'.repeat(3_000_000)),
  };
  await db.insertInto('version').values(huge).execute();
  const only = (await team.ask('/api/history', { room, root, key: 'b1' })) as History;
  expect(only.versions).toHaveLength(1);
});

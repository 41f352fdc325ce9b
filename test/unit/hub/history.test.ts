import { afterEach, describe, expect, it, vi } from 'vitest';
import { HistoryAsk } from '../../../src/hub/http/history.ts';
import type { History } from '../../../src/team/hub-api.ts';
import { expectBound } from '../workspace/text-bounds.ts';
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

describe('an item’s past', () => {
  const [root, key] = ['items', 'a1'];
  let logged = vi.fn();
  async function pastOf(
    rows: readonly {
      room?: string;
      seq: number;
      part?: number;
      at: number;
      size?: number;
      stored?: string | null;
    }[],
  ) {
    team = await TeamHub.withAdmin();
    const { db } = team.hub.hub.services;
    logged = vi.spyOn(team.hub.hub.services, 'log');
    for (const { room = 'library/2026-11', seq, part = 0, at, size, stored } of rows) {
      const made = JSON.stringify(size ? 'x'.repeat(size - 2) : `${at} ${seq} ${part}`);
      const value = stored === undefined ? made : stored;
      await db
        .insertInto('version')
        .values({ room, root, key, seq, part, member: 'm', device: 1, at, value })
        .execute();
    }
    const { versions } = (await team.ask('/api/history', { room: 'library/2026-11', root, key })) as History;
    return versions.map(({ value }) => value);
  }

  it('is its hundred newest versions', async () => {
    const past = await pastOf(Array.from({ length: 103 }, (_, at) => ({ seq: at + 1, at: at + 1 })));
    expect(past).toHaveLength(100);
    expect([past[0], past.at(-1)]).toEqual(['103 103 0', '4 4 0']);
  });

  it('is in the order of writing where a moment is the same', async () => {
    const rows = [
      { seq: 2, at: 5 },
      { seq: 3, part: 1, at: 5 },
      { seq: 1, at: 5 },
      { seq: 3, part: 0, at: 5 },
      { seq: 9, at: 4 },
    ];
    expect(await pastOf(rows)).toEqual(['5 3 1', '5 3 0', '5 2 0', '5 1 0', '4 9 0']);
  });

  it('goes on behind a version that is damaged, which the log names', async () => {
    const rows = [
      { seq: 1, at: 1 },
      { seq: 2, at: 2, stored: '{' },
    ];
    expect(await pastOf(rows)).toEqual(['1 1 0']);
    expect(logged).toHaveBeenCalledWith('version-set-aside', { seq: 2 });
  });

  it('is of all parts of its room', async () => {
    const rows = [
      { seq: 1, at: 1 },
      { room: 'library/2026-11/2', seq: 2, at: 2 },
    ];
    expect(await pastOf(rows)).toEqual(['2 2 0', '1 1 0']);
  });

  it('is answered up to two megabytes, to the byte', async () => {
    const half = 1024 ** 2;
    expect(
      await pastOf([
        { seq: 1, at: 1 },
        { seq: 2, at: 2, size: half },
        { seq: 3, at: 3, size: half },
        { seq: 4, at: 4, stored: null },
      ]),
    ).toHaveLength(3);
    await team?.close();
    expect(
      await pastOf([
        { seq: 1, at: 1, size: half + 1 },
        { seq: 2, at: 2, size: half },
      ]),
    ).toHaveLength(1);
  });
});

it.each([
  ['room', 80],
  ['root', 40],
  ['key', 64],
])('an item’s past is asked for by a %s of at most %i characters', (field, most) => {
  expectBound(HistoryAsk, { room: 'board', root: 'items', key: 'a1' }, field, most);
});

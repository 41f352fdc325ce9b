import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { RETAINED } from '../../../src/app/retained.ts';
import { media } from '../../../src/capture/tables.ts';
import { deleteExpired, deleteExpiredDaily } from '../../../src/privacy/delete-expired.ts';
import { shorter } from '../../../src/privacy/retention-choices.ts';
import { clock } from '../../../src/privacy/trusted-clock.ts';
import { drafts, shares } from '../../../src/share/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { tidied } from '../../../src/workspace/whole-from.ts';
import { ownWorkspace } from '../stage.tsx';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 9);
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await writeSetting(workspace, clock, { trusted: NOW - DAY, doubted: null, spared: [] });
});
afterEach(() => workspace.diary.delete());

const event = (n: number, days: number, type: Event['type'] = 'prepared'): Event => ({
  id: `event-${String(n).padStart(6, '0')}`,
  at: NOW - days * DAY - n,
  day: 20_000 - days,
  type,
  site: 'x',
  place: 'x.com',
  channel: 'line',
  post: `x:${n}`,
  about: `link-${n}`,
  title: '',
  undone: 0,
});
const draft = (post: string, days: number, remind = 0) => ({
  post,
  at: NOW - days * DAY,
  channel: 'x',
  target: '',
  words: '',
  disclosure: null,
  removed: '',
  read: null,
  remind,
  aside: 0,
});
const run = (now = NOW) => deleteExpired(workspace, RETAINED, now);
const count = () => workspace.rows(events).count();

describe('deleting by age', () => {
  it('deletes drafts that have outlived their days, and no other row', async () => {
    await workspace.put(drafts, draft('old', 91));
    await workspace.put(drafts, draft('young', 89));
    await workspace.put(drafts, draft('waits', 91, NOW + DAY));
    await workspace.put(events, event(1, 4000));
    expect(await run()).toEqual({ drafts: 1 });
    expect((await workspace.rows(drafts).toCollection().primaryKeys()).sort()).toEqual(['waits', 'young']);
    expect(await count()).toBe(1);
    expect(await run()).toEqual({});
    expect((await readSetting(workspace, tidied)).deleted).toEqual({ drafts: 1 });
  });

  it('leaves a row to the last moment of its days, and deletes it in the next', async () => {
    await workspace
      .rows(drafts)
      .bulkPut([
        draft('day-before', 89),
        { ...draft('last', 90), at: NOW - 90 * DAY },
        { ...draft('over', 90), at: NOW - 90 * DAY - 1 },
        draft('day-after', 91),
      ]);
    await run();
    expect((await workspace.rows(drafts).toCollection().primaryKeys()).sort()).toEqual([
      'day-before',
      'last',
    ]);
  });

  it('deletes nothing where the clock jumped ahead, until that time has stood for days', async () => {
    await workspace.put(drafts, draft('young', 10));
    expect(await run(NOW + 3650 * DAY)).toEqual({});
    expect(await run(NOW + DAY)).toEqual({});
    expect(await workspace.rows(drafts).count()).toBe(1);
    for (const days of [120, 121, 122, 123]) expect(await run(NOW + days * DAY)).toEqual({});
    expect(await run(NOW + 124 * DAY)).toEqual({ drafts: 1 });
  });

  it('leaves alone what was written while the clock was set back', async () => {
    const back = NOW - 5000 * DAY;
    await run(back);
    await workspace.put(drafts, { ...draft('dated-wrongly', 0), at: back + DAY });
    for (let day = 1; day < 9; day++) await run(NOW + day * DAY);
    expect((await readSetting(workspace, clock)).trusted).toBe(NOW + 8 * DAY);
    expect(await workspace.rows(drafts).count()).toBe(1);
  });

  it('deletes events sooner by the person’s choice, in batches, keeps the sums, and those of captures', async () => {
    const many = Array.from({ length: 1300 }, (_, i) =>
      event(i, 200, i % 10 === 0 ? 'captured' : 'prepared'),
    );
    await workspace.rows(events).bulkPut([...many, event(5000, 100)]);
    await workspace.put(rollups, { day: 19_800, counts: { 'prepared|line|x': 1300 } });
    expect(await run()).toEqual({});
    await writeSetting(workspace, shorter, { events: 180 });
    expect(await run()).toEqual({ events: 1170 });
    expect(await count()).toBe(131);
    expect(await workspace.rows(rollups).get(19_800)).toEqual({
      day: 19_800,
      counts: { 'prepared|line|x': 1300 },
    });
    expect((await readSetting(workspace, tidied)).wholeFrom.events).toBe(NOW - 180 * DAY);
    await writeSetting(workspace, shorter, {});
    await run(NOW + DAY);
    expect((await readSetting(workspace, tidied)).wholeFrom.events).toBe(NOW - 180 * DAY);
  });

  it('passes over any number of rows that stay', async () => {
    const stay = Array.from({ length: 600 }, (_, i) => event(i, 300, 'captured'));
    await workspace.rows(events).bulkPut([...stay, event(5000, 200)]);
    await writeSetting(workspace, shorter, { events: 180 });
    expect(await run()).toEqual({ events: 1 });
    expect(await count()).toBe(600);
  });

  it('deletes a share that was taken back once it can no longer come back, and none that stands', async () => {
    const link = (id: string, undone: number) => ({ id, at: NOW - 400 * DAY, undone, post: id });
    await workspace
      .rows(shares)
      .bulkPut([
        link('stands', 0),
        link('taken-back-lately', NOW - 29 * DAY),
        link('taken-back-long-ago', NOW - 31 * DAY),
      ] as never[]);
    expect(await run()).toEqual({ links: 1 });
    expect((await workspace.rows(shares).toCollection().primaryKeys()).sort()).toEqual([
      'stands',
      'taken-back-lately',
    ]);
  });

  it('takes no choice that is not offered, e.g. from a foreign file', async () => {
    await workspace.put(events, event(1, 100));
    await writeSetting(workspace, shorter, { events: 1, links: 1, media: 2 });
    await workspace.put(media, {
      hash: 'h',
      type: 'image/png',
      bytes: new Uint8Array(3),
      at: NOW - 50 * DAY,
    });
    expect(await run()).toEqual({});
  });

  it('runs by itself at most once a day, and again where the clock was set back', async () => {
    await deleteExpiredDaily(workspace, RETAINED, NOW);
    await workspace.put(drafts, draft('old', 95));
    const due = NOW + 20 * 3_600_000;
    for (const now of [NOW + 3_600_000, due - 1]) await deleteExpiredDaily(workspace, RETAINED, now);
    expect(await workspace.rows(drafts).count()).toBe(1);
    await deleteExpiredDaily(workspace, RETAINED, due);
    expect(await workspace.rows(drafts).count()).toBe(0);
  });
});

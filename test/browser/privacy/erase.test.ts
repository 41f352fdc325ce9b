import { Dexie, liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../../src/activity/diary.ts';
import { health } from '../../../src/activity/health.ts';
import { marks } from '../../../src/activity/mark.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { TABLES } from '../../../src/app/declared.ts';
import { RETAINED } from '../../../src/app/retained.ts';
import { captures, media } from '../../../src/capture/tables.ts';
import { eraseAll, eraseSite } from '../../../src/privacy/erase.ts';
import { readTableUsage } from '../../../src/privacy/table-usage.ts';
import { profile } from '../../../src/team/profile.ts';
import { openWorkspace, type Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { ownWorkspace, until } from '../stage.tsx';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(() => workspace.diary.delete());

const share = (id: string, site: string, place: string, post: string) =>
  record(workspace, {
    id: `p-${id}-000`,
    at: 1000,
    day: 20_000,
    type: 'prepared',
    site,
    place,
    channel: 'line',
    post,
    about: id,
    title: 'A post',
    undone: 0,
  });
const row = (site: string) => ({
  key: `${site}@1`,
  site,
  version: 1,
  full: 3,
  partial: 0,
  unrecognised: 0,
  missing: {},
  since: 1,
  last: 2,
});
async function fill(): Promise<void> {
  await share('one', 'x', 'x.com', 'x:1');
  await share('two', 'bluesky', 'bsky.app', 'bluesky:2');
  await share('three', 'page', 'x.example', 'https://x.example/a');
  await workspace.put(health, row('x'));
  await workspace.put(health, row('bluesky'));
  await workspace.put(media, { hash: 'lone', type: 'image/png', bytes: new Uint8Array(8), at: 1 });
  await writeSetting(workspace, profile, { ...profile.initial, code: '7kq2m4x9' });
}
const left = async (work = workspace) =>
  (await readTableUsage(work, TABLES)).filter(({ rows }) => rows > 0).map(({ table }) => table.name);

describe('deleting everything', () => {
  it('empties the diary in every page at once, the tracking code with it, and says how many rows went', async () => {
    await fill();
    const other = openWorkspace(TABLES, workspace.diary.name);
    const seen: number[] = [];
    const watching = liveQuery(() => other.rows(marks).count()).subscribe((n) => void seen.push(n));
    await until(() => expect(seen.at(-1)).toBe(3));
    expect(await eraseAll(workspace, TABLES)).toEqual({
      events: 3,
      rollups: 1,
      marks: 3,
      media: 1,
      health: 2,
      settings: 1,
    });
    await until(() => expect(seen.at(-1)).toBe(0));
    expect(await left(other)).toEqual([]);
    expect((await readSetting(other, profile)).code).toBe('');
    watching.unsubscribe();
    other.close();
  });

  it('takes the copies of the diary along, and no other database', async () => {
    await fill();
    const copy = `${workspace.diary.name}-snapshots`;
    const foreign = `${workspace.diary.name}x`;
    for (const name of [copy, foreign]) {
      const made = new Dexie(name);
      made.version(1).stores({ a: 'id' });
      await made.open();
      made.close();
    }
    await eraseAll(workspace, TABLES);
    const names = await Dexie.getDatabaseNames();
    expect(names).not.toContain(copy);
    expect(names).toContain(foreign);
    await Dexie.delete(foreign);
  });

  it('is all or nothing', async () => {
    await fill();
    workspace.diary.table('settings').hook('deleting', () => {
      throw new Error('no');
    });
    const before = await left();
    await expect(eraseAll(workspace, TABLES)).rejects.toThrow();
    expect(await left()).toEqual(before);
  });
});

describe('deleting one site', () => {
  it('takes its events, marks, sums and health, and leaves the others as they were', async () => {
    await fill();
    expect(await eraseSite(workspace, RETAINED, 'x')).toEqual({ events: 1, marks: 1, health: 1, media: 1 });
    expect(await workspace.rows(rollups).get(20_000)).toEqual({
      day: 20_000,
      counts: { 'prepared|line|bluesky': 1, 'prepared|line|x.example': 1 },
    });
    expect(await workspace.rows(marks).toCollection().primaryKeys()).toEqual([
      'bluesky:2',
      'https://x.example/a',
    ]);
    expect((await readSetting(workspace, profile)).code).toBe('7kq2m4x9');
    expect(await eraseSite(workspace, RETAINED, 'x')).toEqual({});
  });

  it('takes a page by its host', async () => {
    await fill();
    expect(await eraseSite(workspace, RETAINED, 'x.example')).toMatchObject({ events: 1, marks: 1 });
    expect(await workspace.rows(captures).count()).toBe(0);
    expect(await workspace.rows(marks).count()).toBe(2);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wrongSums } from '../../../src/activity/check.ts';
import { record, undo } from '../../../src/activity/diary.ts';
import { events } from '../../../src/activity/events.ts';
import { ARCHIVED } from '../../../src/app/archived.ts';
import { exportAll } from '../../../src/archive/export.ts';
import { importAll } from '../../../src/archive/import.ts';
import { eventlessMarks } from '../../../src/capture/eventless-marks.ts';
import { keep, takeBack } from '../../../src/capture/keep.ts';
import { captures } from '../../../src/capture/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { settings } from '../../../src/workspace/setting.ts';
import { post } from '../capture/stored.ts';
import { ownWorkspace } from '../stage.tsx';
import { AT, dump, event, fill, options } from './filled.ts';

let here: Workspace;
let there: Workspace;
beforeEach(() => {
  here = ownWorkspace();
  there = ownWorkspace();
});
afterEach(async () => {
  await here.diary.delete();
  await there.diary.delete();
});

const file = async (workspace: Workspace) => (await exportAll(workspace, ARCHIVED, options())).blob;
const bring = (blob: Blob) => importAll(here, ARCHIVED, blob);

/** Sums are those of the events, and bringing the same file once more changes nothing. */
async function sound(blob: Blob): Promise<void> {
  expect(await wrongSums(here, 0, eventlessMarks)).toEqual({ days: [], posts: [] });
  const before = await dump(here);
  await bring(blob);
  expect(await dump(here)).toEqual(before);
}

describe('bringing a file into a profile that is in use', () => {
  it('makes one capture of a post that was captured under two ids, with the looks of both', async () => {
    await keep(here, 'mine-0001', post('1'), AT);
    await keep(there, 'theirs-01', post('1'), AT + 5000);
    await there.rows(captures).update('theirs-01', { tags: ['味'], note: 'theirs' });
    const blob = await file(there);
    await bring(blob);
    const rows = await here.rows(captures).toArray();
    expect(rows).toMatchObject([{ id: 'mine-0001', event: 'c-mine-0001', tags: ['味'], note: 'theirs' }]);
    expect(rows[0]?.looks.map((look) => look.at)).toEqual([AT, AT + 5000]);
    expect(await here.rows(events).toArray()).toMatchObject([
      { id: 'c-mine-0001', type: 'captured', about: 'mine-0001' },
      { id: 'c-theirs-01', type: 'looked', about: 'mine-0001' },
    ]);
    await sound(blob);
    await takeBack(here, 'mine-0001', AT + 9000);
    await sound(blob);
    expect(await here.rows(captures).get('mine-0001')).toMatchObject({ undone: AT + 9000 });
  });

  it('leaves what was taken back on either side taken back', async () => {
    for (const one of [here, there]) {
      await record(one, event('event-0001'));
      await record(one, event('event-0002'));
      await keep(one, 'keep-0001', post('1'), AT);
    }
    const older = await file(there);
    await undo(here, 'event-0001', AT + 1);
    await undo(there, 'event-0002', AT + 2);
    await takeBack(there, 'keep-0001', AT + 3);
    await bring(await file(there));
    const undone = async () => (await here.rows(events).toArray()).map(({ id, undone: at }) => [id, at]);
    expect(await undone()).toEqual([
      ['c-keep-0001', AT + 3],
      ['event-0001', AT + 1],
      ['event-0002', AT + 2],
    ]);
    expect(await here.rows(captures).get('keep-0001')).toMatchObject({ undone: AT + 3 });
    await sound(older);
  });

  it('keeps this device’s settings, unless the person says otherwise', async () => {
    await here.put(settings, { name: 'share', value: { channels: ['x'], instance: 'mine.example' } });
    await there.put(settings, { name: 'share', value: { channels: ['line'], instance: '' } });
    await there.put(settings, { name: 'profile', value: { name: 'あおい' } });
    const blob = await file(there);
    await bring(blob);
    expect(await here.rows(settings).toArray()).toMatchObject([
      { name: 'profile', value: { name: 'あおい' } },
      { name: 'share', value: { instance: 'mine.example' } },
    ]);
    await importAll(here, ARCHIVED, blob, { theirs: ['settings'] });
    expect(await here.rows(settings).get('share')).toMatchObject({ value: { channels: ['line'] } });
  });

  it('is completed by doing it again, wherever it was cut off', async () => {
    await fill(there);
    const blob = await file(there);
    await keep(here, 'mine-0001', post('2'), AT + 77);
    const start = await dump(here);
    await bring(blob);
    const whole = await dump(here);
    const steps = ARCHIVED.tables.length;
    for (let cut = 0; cut < steps; cut += 1) {
      for (const table of ARCHIVED.tables) {
        await here.rows(table).clear();
        await here.rows(table).bulkPut((start[table.name] ?? []) as object[]);
      }
      const stop = new AbortController();
      let seen = 0;
      const onProgress = () => {
        seen += 1;
        if (seen > cut) stop.abort();
      };
      await importAll(here, ARCHIVED, blob, { signal: stop.signal, onProgress, previewed: true }).catch(
        (error: Error) => expect(error.name).toBe('AbortError'),
      );
      await bring(blob);
      expect(await dump(here), `cut after ${cut}`).toEqual(whole);
    }
  });

  it('writes rows that cannot be read apart, and says nothing of them when they come back', async () => {
    await fill(there);
    await there.diary.table('events').put({ ...event('event-bad1'), at: Number.NaN });
    const blob = await file(there);
    expect(await bring(blob)).toMatchObject({ ok: true });
    expect(await here.rows(events).get('event-bad1')).toBeUndefined();
  });
});

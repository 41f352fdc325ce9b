import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { record, undo } from '../../../src/activity/diary.ts';
import { events } from '../../../src/activity/events.ts';
import { bitsOf, marks } from '../../../src/activity/mark.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { readStats } from '../../../src/activity/stats.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { anyEvents, event } from '../../unit/activity/facts.ts';
import { ownWorkspace } from '../stage.tsx';

let workspace: Workspace;
const fresh = () => {
  workspace = ownWorkspace();
  return workspace;
};
afterEach(() => workspace.diary.delete());

const counted = async () =>
  (await workspace.rows(rollups).toArray()).filter(({ counts }) => Object.keys(counts)[0]);

describe('the diary', () => {
  it('records an event with what it adds up to', async () => {
    expect(await record(fresh(), event())).toBe(true);
    expect(await workspace.rows(events).count()).toBe(1);
    expect((await readStats(workspace, 20_717, 20_717)).totals.prepared).toBe(1);
    expect(bitsOf(await workspace.rows(marks).get('x:1'))).toBe(1);
  });
  it('counts an event once, however often and however nearly at once it is recorded', async () => {
    fresh();
    const answers = await Promise.all([1, 2, 3, 4].map(() => record(workspace, event())));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await workspace.rows(events).count()).toBe(1);
    expect((await readStats(workspace, 20_717, 20_717)).totals.prepared).toBe(1);
  });
  it('is as before, but for the struck-through row, when an event is taken back', async () => {
    await record(fresh(), event());
    expect(await undo(workspace, 'event-0001', 7)).toBe(true);
    expect((await workspace.rows(events).get('event-0001'))?.undone).toBe(7);
    expect(await counted()).toEqual([]);
    expect(bitsOf(await workspace.rows(marks).get('x:1'))).toBe(0);
  });
  it('takes back once', async () => {
    await record(fresh(), event());
    await record(workspace, event({ id: 'event-0002' }));
    const answers = [await undo(workspace, 'event-0001', 7), await undo(workspace, 'event-0001', 8)];
    expect(answers).toEqual([true, false]);
    expect((await readStats(workspace, 20_717, 20_717)).totals.prepared).toBe(1);
    expect((await workspace.rows(events).get('event-0001'))?.undone).toBe(7);
  });
  it('takes nothing back that is not there', async () => {
    expect(await undo(fresh(), 'event-none', 7)).toBe(false);
  });
  it('writes nothing of an event that does not fit', async () => {
    await expect(record(fresh(), event({ title: 'x'.repeat(201) }))).rejects.toThrow();
    expect(await workspace.rows(events).count()).toBe(0);
    expect(await counted()).toEqual([]);
  });
  it('adds up to the same whatever the order, and to nothing when all is taken back', async () => {
    const standing = anyEvents.map((list) => list.slice(0, 12).map((one) => ({ ...one, undone: 0 })));
    await fc.assert(
      fc.asyncProperty(standing, async (list) => {
        const [one, other] = [ownWorkspace(), ownWorkspace()];
        for (const each of list) await record(one, each);
        for (const each of list.toReversed()) await record(other, each);
        expect(await readStats(one, 100, 110)).toEqual(await readStats(other, 100, 110));
        for (const each of list) await undo(one, each.id, 9);
        expect((await readStats(one, 100, 110)).channels).toEqual([]);
        await Promise.all([one.diary.delete(), other.diary.delete()]);
      }),
      { numRuns: 8 },
    );
    fresh();
  });
});

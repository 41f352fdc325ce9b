import { afterEach, describe, expect, it } from 'vitest';
import type { Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { type EventFilter, findEvents, NO_FILTER, newerFirst } from '../../../src/activity/find.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { event } from '../../unit/activity/facts.ts';
import { ownWorkspace } from '../stage.tsx';

let workspace: Workspace;
afterEach(() => workspace.diary.delete());

const DAY = 86_400_000;
const names = { channelName: (id: string) => id, siteName: (id: string) => id };

async function written(list: readonly Event[]): Promise<void> {
  workspace = ownWorkspace();
  await workspace.rows(events).bulkAdd([...list]);
}

/** All that is found, stretch by stretch, as an endlessly scrolling person would have it. */
async function all(filter: Partial<EventFilter> = {}): Promise<Event[]> {
  const found: Event[] = [];
  const search = { filter: { ...NO_FILTER, ...filter }, names, after: null };
  for await (const step of findEvents(workspace, search)) found.push(...step.events);
  return found;
}

const numbered = (n: number, at: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => {
    const moment = at(i);
    return event({
      id: `event-${String(i).padStart(6, '0')}`,
      at: moment,
      day: Math.floor(moment / DAY),
      title: `n${i}.`,
    });
  });

describe('finding events', () => {
  it.each([
    ['sparse: one every ten days', (i: number) => i * 10 * DAY],
    ['dense: one every millisecond', (i: number) => 5 * DAY + i],
    ['crowded: a hundred at each moment', (i: number) => Math.floor(i / 100) * 1000],
    ['lumped: years of nothing between', (i: number) => Math.floor(i / 1500) * 900 * DAY + i * 50],
  ])('gives every one once, newest first (%s)', async (_, at) => {
    const list = numbered(3000, at);
    await written(list);
    const found = await all();
    expect(found.map(({ id }) => id)).toEqual(list.toSorted(newerFirst).map(({ id }) => id));
  });
  it('goes on where it stopped, even in the middle of a moment', async () => {
    const list = numbered(50, (i) => Math.floor(i / 25) * 1000).toSorted(newerFirst);
    await written(list);
    const after = list[30];
    if (!after) throw new Error('no such event');
    const found: Event[] = [];
    for await (const step of findEvents(workspace, { filter: NO_FILTER, names, after }))
      found.push(...step.events);
    expect(found.map(({ id }) => id)).toEqual(list.slice(31).map(({ id }) => id));
  });
  it('finds the one needle at the far end', async () => {
    await written(numbered(4500, (i) => i * 3_600_000));
    expect((await all({ words: 'N17.' })).map(({ title }) => title)).toEqual(['n17.']);
  });
  it('returns only the chosen days', async () => {
    await written(numbered(60, (i) => i * DAY + 1000));
    const found = await all({ from: 20, to: 22 });
    expect(found.map(({ day }) => day)).toEqual([22, 21, 20]);
  });
  it('reads no further than who asks', async () => {
    await written(numbered(4500, (i) => i * 600_000));
    let stretches = 0;
    for await (const step of findEvents(workspace, { filter: NO_FILTER, names, after: null })) {
      stretches += 1;
      if (step.events.length > 0) break;
    }
    expect(stretches).toBe(1);
  });
  it('ends at once in an empty diary', async () => {
    await written([]);
    expect(await all()).toEqual([]);
  });
});

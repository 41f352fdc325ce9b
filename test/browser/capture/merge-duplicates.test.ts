import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../../src/activity/events.ts';
import { marks } from '../../../src/activity/mark.ts';
import { addTag, keepAgain } from '../../../src/capture/edit.ts';
import { keep, takeBack } from '../../../src/capture/keep.ts';
import { mergeDuplicates, unmerge } from '../../../src/capture/merge-duplicates.ts';
import { captures } from '../../../src/capture/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';
import { capture, post } from './stored.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(() => workspace.diary.delete());

const url = 'https://www.x.com/aoi/status/a/';
const byPage = post('a', { key: url, url, site: 'page', recipe: { id: 'page', version: 1 } });
const kept = async (key: string) => (await workspace.rows(marks).get(key))?.kept ?? 0;
const all = () => workspace.rows(captures).toArray();
const standing = async () => (await workspace.rows(events).toArray()).filter(({ undone }) => undone === 0);

describe('keeping one post under two addresses', () => {
  it('keeps one capture, marked under both keys, with the better reading', async () => {
    await keep(workspace, 'capture-a', byPage, 1000);
    const again = await keep(workspace, 'capture-b', post('a'), 2000);
    expect(again).toMatchObject({ id: 'capture-a', before: true });
    const [one, ...more] = await all();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ post: url, also: ['x:a'], read: { site: 'x' }, looks: [{}, {}] });
    expect([await kept(url), await kept('x:a')]).toEqual([1, 1]);
    await keep(workspace, 'capture-c', post('a'), 3000);
    expect([(await all()).length, await kept('x:a')]).toEqual([1, 1]);
  });

  it('does not fall back to the lesser reading', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    await keep(workspace, 'capture-b', byPage, 2000);
    expect((await all()).map(({ read }) => read.site)).toEqual(['x']);
  });

  it('unmarks and marks every key when it is removed and captured again', async () => {
    await keep(workspace, 'capture-a', byPage, 1000);
    await keep(workspace, 'capture-b', post('a'), 2000);
    await takeBack(workspace, 'capture-a', 3000);
    expect([await kept(url), await kept('x:a')]).toEqual([0, 0]);
    await keepAgain(workspace, 'capture-a', 'event-one', 4000);
    expect([await kept(url), await kept('x:a')]).toEqual([1, 1]);
    await takeBack(workspace, 'capture-a', 5000);
    await keep(workspace, 'capture-c', post('a'), 6000);
    expect([(await all()).length, await kept(url), await kept('x:a')]).toEqual([1, 1, 1]);
  });

  it('keeps two posts of one site apart, whatever their address', async () => {
    await keep(workspace, 'capture-a', post('a'), 1000);
    await keep(workspace, 'capture-b', post('b', { url: post('a').url }), 2000);
    expect(await all()).toHaveLength(2);
  });
});

describe('merging what was captured twice before', () => {
  const two = async () => {
    await keep(workspace, 'capture-a', post('a'), 2000);
    await workspace.put(captures, { ...capture('b', 1000), post: url, read: byPage, event: 'c-capture-b' });
    await keep(workspace, 'capture-c', post('c'), 500);
    const [event] = await standing();
    if (event) await workspace.put(events, { ...event, id: 'c-capture-b', post: url, about: 'capture-b' });
    await workspace.put(marks, { post: url, shared: 0, kept: 1 });
    await addTag(workspace, 'capture-b', '店', []);
  };

  it('leaves one with all of both, counted once, and comes apart again as it was', async () => {
    await two();
    const before = await all();
    const merged = await mergeDuplicates(workspace, ['capture-a', 'capture-b'], 9000);
    if (!merged) throw new Error('not merged');
    const rows = await all();
    expect(rows.filter(({ undone }) => undone === 0).map(({ id }) => id)).toEqual(['capture-a', 'capture-c']);
    expect(rows[0]).toMatchObject({ at: 1000, tags: ['店'], also: [url] });
    expect((await standing()).map(({ about }) => about).sort()).toEqual(['capture-a', 'capture-c']);
    expect(await kept(url)).toBe(1);
    expect((await keep(workspace, 'capture-d', byPage, 9500)).id).toBe('capture-a');
    await workspace.put(captures, merged.after);
    await unmerge(workspace, merged);
    expect((await standing()).filter(({ type }) => type === 'captured')).toHaveLength(3);
    const strip = (list: Awaited<ReturnType<typeof all>>) =>
      list.map(({ event: _, into: __, ...rest }) => rest);
    expect(strip(await all())).toEqual(strip(before));
    expect(await kept(url)).toBe(1);
  });

  it('keeps what was written into the one that stayed, when it comes apart', async () => {
    await two();
    const merged = await mergeDuplicates(workspace, ['capture-a', 'capture-b'], 9000);
    await addTag(workspace, 'capture-a', '後から', []);
    if (merged) await unmerge(workspace, merged);
    expect(await workspace.rows(captures).get('capture-a')).toMatchObject({
      tags: ['店', '後から'],
      also: [],
    });
    expect(await workspace.rows(captures).get('capture-b')).toMatchObject({ undone: 0, into: '' });
  });

  it('changes nothing where they are not the same post, or one is gone', async () => {
    await two();
    const before = await all();
    expect(await mergeDuplicates(workspace, ['capture-a', 'capture-c'], 1)).toBe(null);
    expect(await mergeDuplicates(workspace, ['capture-a', 'capture-none'], 1)).toBe(null);
    expect(await mergeDuplicates(workspace, ['capture-a'], 1)).toBe(null);
    expect(await all()).toEqual(before);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../../src/activity/events.ts';
import { marks } from '../../../src/activity/mark.ts';
import { rollups } from '../../../src/activity/rollup.ts';
import { addTag, keepAgain, removeTag, writeNote } from '../../../src/capture/edit.ts';
import { keep, takeBack } from '../../../src/capture/keep.ts';
import { captures } from '../../../src/capture/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';
import { post } from './stored.ts';

let workspace: Workspace;
const id = 'capture-a';
const row = () => workspace.rows(captures).get(id);
beforeEach(async () => {
  workspace = ownWorkspace();
  await keep(workspace, id, post('a'), 1000);
});
afterEach(() => workspace.diary.delete());

describe('editing a capture', () => {
  it('writes a note, and changes nothing where it does not fit', async () => {
    expect(await writeNote(workspace, id, 'n')).toBe(true);
    await expect(writeNote(workspace, id, 'n'.repeat(20_001))).rejects.toThrow();
    expect((await row())?.note).toBe('n');
  });

  it('loses no tag where two windows add at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((tag) => addTag(workspace, id, tag, [])));
    expect([...((await row())?.tags ?? [])].sort()).toEqual(['a', 'b', 'c']);
    await Promise.all([removeTag(workspace, id, 'a'), addTag(workspace, id, 'B', [])]);
    expect([...((await row())?.tags ?? [])].sort()).toEqual(['b', 'c']);
  });

  it('knows nothing of a capture that is not there', async () => {
    expect(await writeNote(workspace, 'capture-none', 'n')).toBe(false);
    expect(await keepAgain(workspace, 'capture-none', 'event-one', 1)).toBe(false);
  });

  it('keeps again with its counts and its mark; the same press twice changes nothing', async () => {
    await addTag(workspace, id, 'a', []);
    await takeBack(workspace, id, 2000);
    const at = Date.now();
    expect(await keepAgain(workspace, id, 'event-one', at)).toBe(true);
    expect(await keepAgain(workspace, id, 'event-one', at)).toBe(false);
    expect(await row()).toMatchObject({ undone: 0, event: 'c-event-one', tags: ['a'] });
    expect((await workspace.rows(events).toArray()).filter(({ undone }) => undone === 0)).toHaveLength(1);
    const sums = (await workspace.rows(rollups).toArray()).flatMap(({ counts }) => Object.values(counts));
    expect(sums).toEqual([1]);
    expect((await workspace.rows(marks).get('x:a'))?.kept).toBe(1);
    expect(await takeBack(workspace, id, at + 1)).toBe(true);
    expect((await workspace.rows(marks).get('x:a'))?.kept).toBe(0);
  });
});

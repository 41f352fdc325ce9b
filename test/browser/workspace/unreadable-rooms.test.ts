import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../../src/workspace/open.ts';
import { leftToPut, resendAll } from '../../../src/workspace/rooms/outbox.ts';
import { RoomReads } from '../../../src/workspace/rooms/reads.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { edits, type SentRow, sent } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace, until } from '../stage.tsx';

let workspace: Workspace;
let rooms: Rooms;
beforeEach(() => {
  workspace = ownWorkspace();
  rooms = new Rooms(workspace, 7);
});
afterEach(async () => {
  vi.restoreAllMocks();
  rooms.close();
  await workspace.diary.delete();
});

const [FIRST, SECOND] = [
  { at: 1, words: 'first' },
  { at: 1, words: 'second' },
];

describe('a room that cannot be read', () => {
  it('says so, and is shown to who watches it once it can be', async () => {
    await rooms.put('board', 'items', 'a', FIRST);
    rooms.close();
    rooms = new Rooms(workspace, 7);
    vi.spyOn(RoomReads.prototype, 'read').mockRejectedValueOnce(new Error('the disk is damaged'));
    const stop = new AbortController();
    const shown: unknown[] = [];
    rooms.watch('board', 'items', (items) => void shown.push(items.get('a')), stop.signal);
    await until(() => expect(workspace.troubles.current).toBe('rooms'));
    expect(shown).toEqual([]);
    await rooms.room('board').ready;
    await until(() => expect(shown.at(-1)).toEqual(FIRST));
    stop.abort();
  });

  it('takes an edit once it can be read', async () => {
    vi.spyOn(RoomReads.prototype, 'read').mockRejectedValueOnce(new Error('the disk is damaged'));
    await expect(rooms.put('board', 'items', 'a', FIRST)).rejects.toThrow('damaged');
    await rooms.put('board', 'items', 'a', FIRST);
    expect(rooms.room('board').items('items').get('a')).toEqual(FIRST);
  });
});

describe('an item whose refused value is taken back to the one that stands', () => {
  const row = async () => (await workspace.rows(sent).toArray())[0];
  /** The item stands with its first value, and its second was refused; `acked`: whether the hub has the first. */
  const refused = async (acked: 0 | 1) => {
    await rooms.put('board', 'items', 'a', FIRST);
    await workspace.rows(edits).toCollection().modify({ acked });
    const before = await row();
    if (!before) throw new Error('nothing waits');
    const second: SentRow = { ...before, value: SECOND, state: 'refused', reason: 'reader', clock: 9 };
    await workspace.put(sent, second);
    await rooms.put('board', 'items', 'a', FIRST);
  };

  it('waits for nothing, counts as sent, and is what a restore puts again', async () => {
    await refused(1);
    expect(await row()).toMatchObject({ state: 'sent', value: FIRST, reason: '', sent: expect.any(Number) });
    expect((await row())?.sent).toBeGreaterThan(0);
    await resendAll(workspace);
    expect(await row()).toMatchObject({ state: 'again', value: FIRST });
  });

  it('is looked at again where that value is still under way, and counts as sent then', async () => {
    await refused(0);
    expect(await row()).toMatchObject({ state: 'again', value: FIRST });
    expect(await leftToPut(workspace, rooms.room('board'), 5)).toEqual([]);
    expect(await row()).toMatchObject({ state: 'sent', sent: 5 });
  });
});

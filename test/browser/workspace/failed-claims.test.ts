import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TableDeclaration } from '../../../src/workspace/declare.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { roomStores } from '../../../src/workspace/rooms/tables.ts';
import { deviceState } from '../../../src/workspace/setting.ts';
import { ownWorkspace } from '../stage.tsx';

let workspace: Workspace;
let rooms: Rooms;
beforeEach(() => {
  workspace = ownWorkspace();
  rooms = new Rooms(workspace, 7);
});
afterEach(async () => {
  rooms.close();
  await workspace.diary.delete();
});

/** The next row of a table finds the disk full. */
function failOnce({ name }: Pick<TableDeclaration, 'name'>): void {
  const put = workspace.put.bind(workspace);
  let isFull = true;
  vi.spyOn(workspace, 'put').mockImplementation((table, row) => {
    if (table.name !== name || !isFull) return put(table, row);
    isFull = false;
    return Promise.reject(new DOMException('full', 'QuotaExceededError'));
  });
}

it('an edit whose client id could not be noted is refused, and the next one takes another', async () => {
  failOnce(deviceState);
  await expect(rooms.put('board', 'items', 'a', { at: 1 })).rejects.toThrow('full');
  await rooms.put('board', 'items', 'a', { at: 1 });
  expect(rooms.room('board').items('items').get('a')).toEqual({ at: 1 });
});

it('a room whose database could not be noted gets one with what comes next', async () => {
  const replica = rooms.room('board');
  await replica.ready;
  failOnce(roomStores);
  await expect(replica.claim()).rejects.toThrow('full');
  expect(await replica.claim()).not.toBe('');
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RETAINED } from '../../../src/app/retained.ts';
import { eraseSite } from '../../../src/privacy/erase.ts';
import { forgetTeam } from '../../../src/team/leave.ts';
import { CONNECTION_LOCK } from '../../../src/team/team.ts';
import { sweepRooms } from '../../../src/workspace/rooms/databases.ts';
import { untilAborted, withExclusiveLock } from '../../../src/workspace/rooms/exclusive-lock.ts';
import { edits, roomStores, sent } from '../../../src/workspace/rooms/tables.ts';
import { until } from '../stage.tsx';
import { Elsewhere } from './elsewhere.ts';
import { databases, fill, onStage, page, put, ROOM, read, readFromFile, stage } from './rooms-stage.ts';

onStage();

let elsewhere: Elsewhere;
beforeEach(async () => {
  elsewhere = await Elsewhere.on(stage.workspace.diary.name);
});
afterEach(() => elsewhere.leave());

/** How many rows of a team stand in the diary. */
async function rows(): Promise<number> {
  const names = [edits.name, roomStores.name, sent.name];
  const counts = await Promise.all(names.map((name) => stage.workspace.diary.table(name).count()));
  return counts.reduce((sum, n) => sum + n);
}

describe('a room that is open in another context too', () => {
  it('stores what three of them write at once, once, and shows it in each', async () => {
    const third = await Elsewhere.on(stage.workspace.diary.name);
    const rooms = page();
    await read(rooms);
    await Promise.all([
      fill(rooms, 20),
      elsewhere.do({ do: 'put', tag: 'a', count: 20 }),
      third.do({ do: 'put', tag: 'b', count: 20 }),
    ]);
    await until(async () => {
      const look = { do: 'look' } as const;
      expect([await read(rooms), await elsewhere.do(look), await third.do(look)]).toEqual([60, 60, 60]);
    });
    expect([await stage.workspace.rows(edits).count(), (await databases()).length]).toEqual([60, 1]);
    await third.leave();
  });

  it('stays as it is where everything of a site is erased', async () => {
    const rooms = page();
    await elsewhere.do({ do: 'put', tag: 'a', count: 10 });
    await until(async () => expect(await read(rooms)).toBe(10));
    const [name] = await databases();
    await eraseSite(stage.workspace, RETAINED, 'x');
    await elsewhere.do({ do: 'put', tag: 'b', count: 10 });
    await put(rooms, 1);
    await until(async () =>
      expect([await elsewhere.do({ do: 'look' }), await read(rooms)]).toEqual([21, 21]),
    );
    expect(await databases()).toEqual([name]);
    await rooms.room(ROOM).stored();
    await elsewhere.do({ do: 'close' });
    rooms.close();
    expect(await readFromFile()).toBe(21);
  });

  it('takes from the diary what that context wrote and was killed over', async () => {
    await elsewhere.do({ do: 'put', tag: 'a', count: 20 });
    void elsewhere.do({ do: 'put', tag: 'b', count: 100 });
    await until(async () => expect(await stage.workspace.rows(edits).count()).toBeGreaterThan(25));
    elsewhere.kill();
    const there = await stage.workspace.rows(edits).count();
    const rooms = page();
    expect([await read(rooms), rooms.room(ROOM).isGappy]).toEqual([there, false]);
  });

  it('is empty in both at once where the team is left, and nothing of it stays', async () => {
    const rooms = page();
    await fill(rooms, 5);
    await elsewhere.do({ do: 'put', tag: 'a', count: 5 });
    await forgetTeam(stage.workspace, 'left');
    await until(async () => expect([await elsewhere.do({ do: 'look' }), await read(rooms)]).toEqual([0, 0]));
    expect([await databases(), await rows()]).toEqual([[], 0]);
  });

  it('is written on while that context is frozen over it, is not read again once the team is left, and goes then', async () => {
    await elsewhere.do({ do: 'put', tag: 'a', count: 5 });
    await elsewhere.do({ do: 'connect' });
    elsewhere.freeze();
    let isConnected = false;
    const stop = new AbortController();
    void withExclusiveLock(CONNECTION_LOCK, stop.signal, (signal) => {
      isConnected = true;
      return untilAborted(signal);
    });
    const rooms = page();
    await fill(rooms, 5);
    expect([await read(rooms), await stage.workspace.rows(edits).count(), isConnected]).toEqual([
      10,
      10,
      false,
    ]);
    const deleting = vi.spyOn(indexedDB, 'deleteDatabase');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const leaving = forgetTeam(stage.workspace, 'left');
    await until(() => expect(deleting).toHaveBeenCalled());
    // It does not wait for who never lets go.
    await vi.advanceTimersByTimeAsync(2000);
    await leaving;
    vi.useRealTimers();
    expect([await read(rooms), await rows()]).toEqual([0, 0]);
    elsewhere.kill();
    await until(() => expect(isConnected).toBe(true));
    stop.abort();
    // As at the next start.
    await sweepRooms(stage.workspace);
    expect(await databases()).toEqual([]);
  });
});

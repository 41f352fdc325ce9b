import { TABLES } from '../../../src/app/declared.ts';
import { CONNECTION_LOCK } from '../../../src/team/team.ts';
import { openWorkspace, type Workspace } from '../../../src/workspace/open.ts';
import { untilAborted, withExclusiveLock } from '../../../src/workspace/rooms/exclusive-lock.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { DEVICE, ROOM, type Task } from './elsewhere.ts';

let workspace: Workspace | null = null;
let rooms: Rooms | null = null;

function close(): void {
  rooms?.close();
  workspace?.close();
  rooms = workspace = null;
}

function open(diary: string): void {
  workspace = openWorkspace(TABLES, diary);
  rooms = new Rooms(workspace, DEVICE);
}

async function put(tag: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await rooms?.put(ROOM, 'items', `${tag}${n}`, { at: 1, n });
}

/** It alone has the connection to the hub, from here on and for ever. */
function connect(): Promise<void> {
  return new Promise((holds) => {
    const hold = (signal: AbortSignal) => {
      holds();
      return untilAborted(signal);
    };
    void withExclusiveLock(CONNECTION_LOCK, new AbortController().signal, hold);
  });
}

/** Each task answers with how many items the room shows here. */
async function run(task: Task): Promise<number> {
  if (task.do === 'open') open(task.diary);
  else if (task.do === 'put') await put(task.tag, task.count);
  else if (task.do === 'connect') await connect();
  else if (task.do === 'close') close();
  await rooms?.room(ROOM).ready;
  return rooms?.room(ROOM).items('items').size ?? 0;
}

addEventListener('message', async ({ data }: MessageEvent<Task>) => {
  // As the browser freezes a page that nobody looks at: nothing reaches it any more.
  if (data.do === 'freeze') for (;;) void 0;
  postMessage(await run(data));
});

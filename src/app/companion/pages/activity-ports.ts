import { undo } from '../../../activity/diary.ts';
import type { Event } from '../../../activity/event.ts';
import { bitsOf, marks } from '../../../activity/mark.ts';
import type { ActivityPorts } from '../../../activity/views/activity/activity-page.tsx';
import { takeBack } from '../../../capture/keep.ts';
import { captures } from '../../../capture/tables.ts';
import { shares } from '../../../share/tables.ts';
import { takeBackShare } from '../../../share/undo-share.ts';
import { announce } from '../../../workspace/announce.ts';
import type { Workspace } from '../../../workspace/open.ts';

function takeBackEvent(workspace: Workspace, event: Event): Promise<boolean> {
  const now = Date.now();
  if (event.type === 'captured') return takeBack(workspace, event.about, now);
  if (event.type === 'prepared') return takeBackShare(workspace, event.about, now);
  return undo(workspace, event.id, now);
}

async function postOf(workspace: Workspace, event: Event): Promise<string | null> {
  const stored = await workspace.rows(captures).where('post').equals(event.post).first();
  if (stored) return stored.read.url;
  if (/^https?:\/\//.test(event.post)) return event.post;
  return (await workspace.rows(shares).get(event.about))?.target ?? null;
}

/** What Activity needs from share and capture: undo, the link, and the post's address. */
export function activityPorts(workspace: Workspace): ActivityPorts {
  return {
    undo: async (event) => {
      const stood = await takeBackEvent(workspace, event);
      const mark = await workspace.rows(marks).get(event.post);
      await announce({ musubi: 1, name: 'marks', marks: { [event.post]: bitsOf(mark) } });
      return stood;
    },
    linkOf: async (event) => (await workspace.rows(shares).get(event.about))?.url ?? null,
    postOf: (event) => postOf(workspace, event),
  };
}

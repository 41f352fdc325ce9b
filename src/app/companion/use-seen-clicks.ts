import { useEffect } from 'preact/hooks';
import { seeClicks, watchNewClicks } from '../../link/new-clicks.ts';
import { asking } from '../../workspace/ask.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Messages } from '../messages.ts';

const ask = asking<Messages>();

/** New clicks count as seen while this page is visible, so the icon no longer shows them. */
export function useSeenClicks(workspace: Workspace): void {
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      if (await seeClicks(workspace, Date.now())) await ask('draft.look', {});
    };
    // A failed write is retried at the next look.
    const looking = () => void look().catch(() => undefined);
    const stop = watchNewClicks(workspace, looking);
    document.addEventListener('visibilitychange', looking);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', looking);
    };
  }, [workspace]);
}

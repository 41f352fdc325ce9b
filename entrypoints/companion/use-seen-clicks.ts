import { useEffect } from 'preact/hooks';
import type { Messages } from '../../src/app/messages.ts';
import { seeClicks, watchNewClicks } from '../../src/link/new-clicks.ts';
import { asking } from '../../src/workspace/ask.ts';
import type { Workspace } from '../../src/workspace/open.ts';

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

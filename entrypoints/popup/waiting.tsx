import { readMembership } from '../../src/team/membership.ts';
import { waitingWords } from '../../src/team/views/waiting-words.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { waitingCounts } from '../../src/workspace/rooms/outbox.ts';

async function readWaiting(workspace: Workspace) {
  return (await readMembership(workspace)) ? waitingCounts(workspace) : null;
}

/** What waits for the team's hub or was refused by it. Empty without a team or where nothing waits. */
export function Waiting({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readWaiting(workspace), [workspace]);
  const words = live.state === 'ready' && live.value ? waitingWords(live.value) : null;
  if (!words) return null;
  return (
    <p class="popup-waiting caption">
      <a href="/companion.html#/settings/team" target="_blank" rel="noreferrer">
        {words}
      </a>
    </p>
  );
}

import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { useAway } from '../../team/views/use-away.ts';
import { team } from '../../team/views/use-team.ts';
import { waitingWords } from '../../team/views/waiting-words.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { waitingCounts } from '../../workspace/rooms/outbox.ts';
import { useTrouble } from '../../workspace/use-trouble.ts';

/** Sync state: on this device, with the team, waiting, offline, or nothing at all where the diary cannot be opened. */
export function RailFoot({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => waitingCounts(workspace), [workspace]);
  const trouble = useTrouble(workspace);
  const isClosed = trouble !== null || live.state === 'failed';
  const open = !isClosed && team.value && live.state === 'ready' ? waitingWords(live.value) : null;
  const isAway = useAway(workspace, team.value);
  const saved: PlainKey = isAway ? 'navAway' : team.value ? 'navSavedTeam' : 'navSavedHere';
  return (
    <p class="rail-foot caption" role={isClosed ? 'status' : undefined}>
      <span class="rail-dot" data-waiting={isClosed || open || isAway ? '' : undefined} />
      {open ? <a href="#/settings/team">{open}</a> : t(isClosed ? 'navNotSaved' : saved)}
    </p>
  );
}

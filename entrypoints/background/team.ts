import { browser } from 'wxt/browser';
import { ROOMS } from '../../src/app/declared.ts';
import { clickBadge, watchNewClicks } from '../../src/link/new-clicks.ts';
import { fetchClicks } from '../../src/link/own-clicks.ts';
import { keepPublished } from '../../src/results/publish-changes.ts';
import { flush, followTeam } from '../../src/team/keep.ts';
import type { Team } from '../../src/team/team.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { sweepRooms } from '../../src/workspace/rooms/databases.ts';
import { readSetting } from '../../src/workspace/setting.ts';

const ALARM = 'team.send';
/** Minutes between retries of what is waiting. */
const AGAIN = 5;

/**
 * Syncs with the team while no page of ours is open, and checks for new clicks if the person wants them on our
 * icon, which `look` shows. Must run in the background's first turn: an alarm wakes it for this listener.
 */
export function answerTeam(workspace: Workspace, look: () => Promise<void>): void {
  let team: Team | null = null;
  // Without a team as well: what was the team's goes, whatever was in use when this device left it.
  sweepRooms(workspace).catch(() => undefined);
  const send = () => (team ? flush(workspace, team) : Promise.resolve());
  const ask = async () => {
    const { on } = await readSetting(workspace, clickBadge);
    if (team && on) await fetchClicks(workspace, team, Date.now());
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    // Failed sends and checks are retried by the next alarm.
    if (name === ALARM)
      void send()
        .then(ask)
        .catch(() => undefined);
  });
  // Clicks that our pages fetch are noticed here too, while we are awake.
  watchNewClicks(workspace, () => void look().catch(() => undefined));
  let following = new AbortController();
  const turn = (now: Team | null) => {
    following.abort();
    following = new AbortController();
    team = now;
    if (!now) return void browser.alarms.clear(ALARM);
    void browser.alarms.create(ALARM, { periodInMinutes: AGAIN });
    keepPublished(workspace, now, following.signal, send);
    // What stays is moved when the room is opened next.
    now.rooms.moveOld().catch(() => undefined);
  };
  followTeam(workspace, ROOMS, turn, new AbortController().signal);
}

import { browser } from 'wxt/browser';
import { keepPublished } from '../../src/results/keep-published.ts';
import { flush, followTeam } from '../../src/team/keep.ts';
import type { Team } from '../../src/team/team.ts';
import type { Workspace } from '../../src/workspace/open.ts';

const ALARM = 'team.send';
/** Minutes after which what still waits is tried again. */
const AGAIN = 5;

/**
 * Gives the team what happens while none of our pages is open, and sends it. Must run in the first turn of the
 * background: an alarm wakes it for this listener.
 */
export function answerTeam(workspace: Workspace): void {
  let team: Team | null = null;
  const send = () => (team ? flush(workspace, team) : Promise.resolve());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void send();
  });
  let following = new AbortController();
  const turn = (now: Team | null) => {
    following.abort();
    following = new AbortController();
    team = now;
    if (!now) return void browser.alarms.clear(ALARM);
    void browser.alarms.create(ALARM, { periodInMinutes: AGAIN });
    keepPublished(workspace, now, following.signal, send);
  };
  followTeam(workspace, turn, new AbortController().signal);
}

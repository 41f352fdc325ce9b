import { liveQuery } from 'dexie';
import { TeamProfile } from '../team/hub-api.ts';
import { isConnected, type Team } from '../team/team.ts';
import { TEAM_KEY } from '../team/team-items.ts';
import type { Workspace } from '../workspace/open.ts';
import { monthOf } from '../workspace/room.ts';
import { untilAborted, withExclusiveLock } from '../workspace/rooms/exclusive-lock.ts';
import { SerialQueue } from '../workspace/serial-queue.ts';
import { readSetting } from '../workspace/setting.ts';
import { fetchClicks } from './own-clicks.ts';

/** Signals within this time share one request, ms. */
const SETTLING = 400;
/** The shortest interval, ms; longer in a large team, where nearly all changes are other people's. */
const APART = 1500;
const APART_BY_MEMBER = 3;
const MOST_APART = 15_000;

/** Throttles requests for changes to an interval. */
class RequestThrottle {
  private readonly ask: () => Promise<unknown>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  private readonly turns = new SerialQueue();

  private readonly apart: () => number;

  constructor(ask: () => Promise<unknown>, apart: () => number) {
    this.ask = ask;
    this.apart = apart;
  }

  soon(): void {
    const rest = Math.max(SETTLING, this.last + this.apart() - Date.now());
    this.timer ??= setTimeout(() => this.now(), rest);
  }

  private now(): void {
    this.timer = undefined;
    this.last = Date.now();
    this.turns.run(this.ask).catch(() => undefined);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/**
 * How often to poll while the page is visible, ms: a guarded team's results change only hourly, but one's own figures are
 * live.
 */
const OWN = 5000;

/** Calls back regularly while the page is visible and the team's figures are guarded. */
function whileGuarded(team: Team, ask: () => void, until: AbortSignal): void {
  const isGuarded = () => {
    const profile = TeamProfile.safeParse(team.rooms.room('team').items('profile').get(TEAM_KEY));
    return profile.data?.figures?.mode === 'guarded';
  };
  const asking = setInterval(() => {
    if (document.visibilityState === 'visible' && isGuarded()) ask();
  }, OWN);
  until.addEventListener('abort', () => clearInterval(asking), { once: true });
}

/** How often to check whether a new month has begun, ms. */
const HOUR = 3_600_000;

/** Calls back whenever the team's results of the current month change, also after a month ends while the page is open. */
function watchResults(team: Team, changed: () => void, until: AbortSignal): void {
  const watched = new Set<string>();
  const watch = () => {
    const room = `results/${monthOf(Date.now())}`;
    if (watched.has(room)) return;
    watched.add(room);
    team.rooms.watch(room, 'days', changed, until);
  };
  watch();
  const looking = setInterval(watch, HOUR);
  until.addEventListener('abort', () => clearInterval(looking), { once: true });
}

/**
 * Fetches the clicks on one's own links while this page is open, unless another page does: whenever the team's results
 * change, which in an open team happens within moments of each click; by polling in a guarded one; and when the hub is back.
 */
export function keepClicks(workspace: Workspace, team: Team, signal: AbortSignal): void {
  const hold = async (until: AbortSignal) => {
    const members = () => team.rooms.room('team').items('members').size;
    const apart = () => Math.min(MOST_APART, Math.max(APART, members() * APART_BY_MEMBER));
    const asking = new RequestThrottle(() => fetchClicks(workspace, team, Date.now()), apart);
    watchResults(team, () => asking.soon(), until);
    whileGuarded(team, () => asking.soon(), until);
    const watching = liveQuery(() => readSetting(workspace, isConnected)).subscribe({
      next: (isUp) => isUp && asking.soon(),
      error: () => undefined,
    });
    await untilAborted(until);
    watching.unsubscribe();
    asking.stop();
  };
  void withExclusiveLock('musubi-clicks', signal, hold);
}

import { liveQuery } from 'dexie';
import { linkUp, type Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { monthOf } from '../workspace/room.ts';
import { ended, holdAlone } from '../workspace/rooms/hold.ts';
import { readSetting } from '../workspace/setting.ts';
import { fetchClicks } from './own-clicks.ts';

/** News that come together are asked for once, ms; and no oftener than this. */
const SETTLING = 400;
const APART = 1500;

/** Asks for news no oftener than every so often, however often it is wanted. */
class Asking {
  private readonly ask: () => Promise<unknown>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(ask: () => Promise<unknown>) {
    this.ask = ask;
  }

  soon(): void {
    const rest = Math.max(SETTLING, this.last + APART - Date.now());
    this.timer ??= setTimeout(() => this.now(), rest);
  }

  private now(): void {
    this.timer = undefined;
    this.last = Date.now();
    this.running = this.running.then(this.ask).catch(() => undefined);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/**
 * Keeps what came of one's own links while this page is open, unless another page does: asked for whenever the team's results
 * change, which the hub says within a moment of each click, and when the hub is there again.
 */
export function keepClicks(workspace: Workspace, team: Team, signal: AbortSignal): void {
  const hold = async (until: AbortSignal) => {
    const asking = new Asking(() => fetchClicks(workspace, team, Date.now()));
    team.rooms.watch(`results/${monthOf(Date.now())}`, 'days', () => asking.soon(), until);
    const watching = liveQuery(() => readSetting(workspace, linkUp)).subscribe({
      next: (isUp) => isUp && asking.soon(),
      error: () => undefined,
    });
    await ended(until);
    watching.unsubscribe();
    asking.stop();
  };
  void holdAlone('musubi-clicks', signal, hold);
}

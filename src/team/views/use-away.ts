import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { isConnected, type Team } from '../team.ts';

/**
 * How long there is no line before that is shown, ms: a page that was closed left none behind, and the next one is only about
 * to have it.
 */
export const PATIENCE = 5000;

/** Since when this page has seen a team disconnected, UTC ms; shared, so that another view does not wait again. */
const downSince = new WeakMap<Team, number>();

/** Whether a team's server is out of reach, after this page has waited for a connection. */
export function useAway(workspace: Workspace, team: Team | null | undefined): boolean {
  const up = useLive(() => readSetting(workspace, isConnected), [workspace]);
  const isKnown = up.state === 'ready';
  const isDown = isKnown && !up.value;
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!team || !isKnown) return undefined;
    if (!isDown) {
      downSince.delete(team);
      return undefined;
    }
    const now = Date.now();
    const since = downSince.get(team) ?? now;
    downSince.set(team, since);
    const timer = setTimeout(() => setLate(true), Math.max(0, since + PATIENCE - now));
    return () => clearTimeout(timer);
  }, [team, isKnown, isDown]);
  return Boolean(team) && isDown && isLate;
}

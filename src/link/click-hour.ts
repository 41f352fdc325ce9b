import type { HubFailure } from '../team/hub-client.ts';
import { readMembership } from '../team/membership.ts';
import type { Team } from '../team/team.ts';
import type { Workspace } from '../workspace/open.ts';
import { HourResponse } from './hub-api.ts';
import { clicksExpireAt, linkRulesOf } from './link-rules.ts';
import { type ClickHour, clickHourId, clickHours } from './tables.ts';

/** An hour of a link: whole hours since 1970, UTC. */
export interface LinkHourOf {
  readonly link: string;
  readonly hour: number;
}

/** The clicks of an hour: from the hub now, from its stored answer of an earlier moment (UTC ms), or why there are none. */
export type HourRead =
  | { readonly is: 'now'; readonly said: HourResponse }
  | { readonly is: 'before'; readonly said: HourResponse; readonly at: number }
  | { readonly is: 'none'; readonly reason: HubFailure | 'no-team' };

/**
 * Deletes stored clicks whose retention is over, by the hub's answer at the time and by what the team has decided
 * since. `now`: UTC ms.
 */
export async function dropOldHours(workspace: Workspace, now: number): Promise<void> {
  const member = await readMembership(workspace);
  const rules = member && linkRulesOf(member);
  const isOver = ({ hour, until }: ClickHour) =>
    until <= now || (rules !== null && clicksExpireAt(hour, rules) <= now);
  await workspace.rows(clickHours).filter(isOver).delete();
}

/** Stores the hub's answer until the hub deletes its clicks; an older hub's answer without an end is not stored. */
async function keepHour(
  workspace: Workspace,
  of: LinkHourOf,
  said: HourResponse,
  now: number,
): Promise<void> {
  const id = clickHourId(of);
  if (!said.kept || said.until <= now) await workspace.rows(clickHours).delete(id);
  else await workspace.put(clickHours, { id, ...of, at: now, until: said.until, said });
}

/** Fetches and stores the clicks of an hour of one's own link; if the hub is away, reads the stored ones. */
export async function readHour(
  workspace: Workspace,
  team: Team | null,
  of: LinkHourOf,
  now: number,
): Promise<HourRead> {
  const answer = team ? await team.ask('/api/clicks/hour', of, HourResponse) : null;
  if (answer?.ok) {
    await keepHour(workspace, of, answer.value, now);
    return { is: 'now', said: answer.value };
  }
  await dropOldHours(workspace, now);
  const kept = await workspace.rows(clickHours).get(clickHourId(of));
  if (kept) return { is: 'before', said: kept.said, at: kept.at };
  return { is: 'none', reason: answer?.reason ?? 'no-team' };
}

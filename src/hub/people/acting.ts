import type { Kysely, Transaction } from 'kysely';
import type { Done, Refused } from '../../team/hub-api.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { appendAudit } from './audit-log.ts';
import { whoWithin } from './rights.ts';

export type Answer = Done | Refused;

/** Runs what a command writes in one transaction: in it whoever gives the command still may, and the audit has its line. */
export type Act = (work: (within: Transaction<Tables>, who: Who) => Promise<Answer>) => Promise<Answer>;

export const DONE: Answer = { done: true };
/** Done already: there is nothing to follow, and no line of the audit. Known by itself, not by what it says. */
export const UNCHANGED: Answer = { done: true };
export const refused = (reason: Refused['refused']): Answer => ({ refused: reason });
export const isDone = (answer: Answer): answer is Done => 'done' in answer;

/** What a device does, who may, and what the audit has of it. */
export interface Deed {
  readonly device: number;
  readonly roles: readonly Role[];
  readonly what: string;
  readonly about: string;
}

/** How a device acts by a command. */
export const acting =
  ({ db, now }: { db: Kysely<Tables>; now: () => number }, { device, roles, what, about }: Deed): Act =>
  (work) =>
    db.transaction().execute(async (within) => {
      const who = await whoWithin(within, device);
      if (!who) return refused('session');
      if (!roles.includes(who.role)) return refused('role');
      const answer = await work(within, who);
      if (isDone(answer) && answer !== UNCHANGED)
        await appendAudit(within, { member: who.member, at: now(), what, about });
      return answer;
    });

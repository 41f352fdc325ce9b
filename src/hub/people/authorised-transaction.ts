import type { Kysely, Transaction } from 'kysely';
import type { Done, Refused } from '../../team/hub-api.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { Tables } from '../store/tables.ts';
import { appendAudit } from './audit-log.ts';
import { whoWithin } from './rights.ts';

export type Answer = Done | Refused;

/** Runs what a command writes in one transaction that also checks the sender's role and writes the line of the audit. */
export type Act = (work: (within: Transaction<Tables>, who: Who) => Promise<Answer>) => Promise<Answer>;

export const DONE: Answer = { done: true };
/** Nothing had to change: no follow-up and no line in the audit. Compared by identity. */
export const UNCHANGED: Answer = { done: true };
export const refused = (reason: Refused['refused']): Answer => ({ refused: reason });
export const isDone = (answer: Answer): answer is Done => 'done' in answer;

/** An action of a device: the roles that may do it, and what the audit records. */
export interface AuditedAction {
  readonly device: number;
  readonly roles: readonly Role[];
  readonly what: string;
  readonly about: string;
}

/** Runs a device's command with its role checked and an audit line written in the same transaction. */
export const authorisedTransaction =
  (
    { db, now }: { db: Kysely<Tables>; now: () => number },
    { device, roles, what, about }: AuditedAction,
  ): Act =>
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

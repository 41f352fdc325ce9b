import type { Kysely, Transaction } from 'kysely';
import type { FiguresChoice } from '../../team/figures.ts';
import type { Command, Done, Refused } from '../../team/hub-api.ts';
import type { Who } from '../../workspace/room.ts';
import type { Removed } from '../backup/removal-lists.ts';
import type { TeamRoom } from '../rooms/team-room.ts';
import type { Tables } from '../store/tables.ts';
import { appendAudit } from './audit-log.ts';
import type { MemberLimits } from './member-limits.ts';
import type { People } from './people.ts';
import { MAY, whoWithin } from './rights.ts';

/** The parts of the hub that commands use. */
export interface Commanded {
  readonly db: Kysely<Tables>;
  readonly people: People;
  readonly team: TeamRoom;
  readonly memberLimits: MemberLimits;
  readonly settings: { readonly address: string };
  readonly now: () => number;
  /** Applies a changed role or removal to a device's open connections at once. */
  readonly follow: (device: number) => void;
  /** Recomputes the results after a change of members, groups, regions or names. */
  readonly foldAgain: () => Promise<void>;
  readonly erase: (member: string) => Promise<void>;
  readonly media: {
    /** Deletes a member's unfinished uploads. */
    dropPartialUploads(member: string): Promise<void>;
  };
  readonly pairings: {
    /** Cancels a member's open pairing. */
    end(member: string): void;
  };
  readonly links: {
    /** Applies rules that were just set to links and to the retention of clicks. */
    rulesChanged(): Promise<void>;
    readonly links: {
      answer(link: string, yes: { target: string } | null, act: Act): Promise<Answer>;
      name(link: string, name: string, act: Act): Promise<Answer>;
      free(name: string, act: Act): Promise<Answer>;
    };
    /** Recounts all clicks; answers how many days of links changed by that. */
    countAgain(): Promise<number>;
  };
  /** Records a removal outside of the store, so that no restore undoes it. */
  readonly noteRemoval: (removed: Removed) => void;
  readonly decideFigures: (choice: FiguresChoice, act: Act) => Promise<Answer>;
  /** Takes a member's name out of the published results. */
  readonly unname: (member: string, how?: { leaves: boolean }) => Promise<void>;
}

export type Answer = Done | Refused;

/** Runs what a command writes in one transaction that also checks the sender's role and writes the line of the audit. */
export type Act = (work: (within: Transaction<Tables>, who: Who) => Promise<Answer>) => Promise<Answer>;

export const DONE: Answer = { done: true };
/** Nothing had to change: no follow-up and no line in the audit. Compared by identity. */
export const UNCHANGED: Answer = { done: true };
export const refused = (reason: Refused['refused']): Answer => ({ refused: reason });
export const isDone = (answer: Answer): answer is Done => 'done' in answer;

/** Runs a device's command with its role checked and an audit line written in the same transaction. */
export const acting =
  ({ db, now }: Pick<Commanded, 'db' | 'now'>, command: Command, device: number): Act =>
  (work) =>
    db.transaction().execute(async (within) => {
      const who = await whoWithin(within, device);
      if (!who) return refused('session');
      if (!MAY[command.do].includes(who.role)) return refused('role');
      const answer = await work(within, who);
      if (isDone(answer) && answer !== UNCHANGED)
        await appendAudit(within, {
          member: who.member,
          at: now(),
          what: command.do,
          about: aboutOf(command),
        });
      return answer;
    });

const AUDITED: readonly string[] = [
  'member',
  'device',
  'invite',
  'role',
  'group',
  'region',
  'listed',
  'link',
];

/**
 * A link's name is an address of the team's and may be logged. Names of people and devices are not: they are erased with
 * their owner.
 */
const isLinkName = (command: Command, field: string) =>
  (command.do === 'link.name' || command.do === 'link.free') && field === 'name';

/** What the audit records about a command: whom it concerned, by ids alone. */
function aboutOf(command: Command): string {
  const { do: _, ...rest } = command;
  const audited = Object.entries(rest).filter(
    ([field]) => AUDITED.includes(field) || isLinkName(command, field),
  );
  const figures = 'figures' in rest ? Object.values(rest.figures) : [];
  return [...audited.map(([, value]) => value), ...figures].map(String).join(' ');
}

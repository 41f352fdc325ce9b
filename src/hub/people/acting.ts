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

/** What commands work on. */
export interface Commanded {
  readonly db: Kysely<Tables>;
  readonly people: People;
  readonly team: TeamRoom;
  readonly memberLimits: MemberLimits;
  readonly settings: { readonly address: string };
  readonly now: () => number;
  /** A device or its role changed: its open rooms follow at once. */
  readonly follow: (device: number) => void;
  /** The results follow who is here, where they belong, and who is named. */
  readonly foldAgain: () => Promise<void>;
  readonly erase: (member: string) => Promise<void>;
  readonly media: {
    /** Deletes what a member has half sent. */
    dropPartialUploads(member: string): Promise<void>;
  };
  readonly pairings: {
    /** Ends what a member has open. */
    end(member: string): void;
  };
  readonly links: {
    /** Holds links and the age of clicks against rules that were just set. */
    rulesChanged(): Promise<void>;
    readonly links: {
      answer(link: string, yes: { target: string } | null, act: Act): Promise<Answer>;
      name(link: string, name: string, act: Act): Promise<Answer>;
      free(name: string, act: Act): Promise<Answer>;
    };
    /** Counts all clicks again; how many days of a link that changed. */
    countAgain(): Promise<number>;
  };
  /** Keeps a removal where no restore undoes it. */
  readonly noteRemoval: (removed: Removed) => void;
  readonly decideFigures: (choice: FiguresChoice, act: Act) => Promise<Answer>;
  /** Takes a member's name out of what is published. */
  readonly unname: (member: string, how?: { leaves: boolean }) => Promise<void>;
}

export type Answer = Done | Refused;

/** Runs what a command writes in one transaction: in it whoever gives the command still may, and the audit has its line. */
export type Act = (work: (within: Transaction<Tables>, who: Who) => Promise<Answer>) => Promise<Answer>;

export const DONE: Answer = { done: true };
/** Done already: there is nothing to follow, and no line of the audit. Known by itself, not by what it says. */
export const UNCHANGED: Answer = { done: true };
export const refused = (reason: Refused['refused']): Answer => ({ refused: reason });
export const isDone = (answer: Answer): answer is Done => 'done' in answer;

/** How a device acts by a command. */
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

/** A link's name is an address of the team's. What people call themselves and their devices is forgotten with them. */
const isLinkName = (command: Command, field: string) =>
  (command.do === 'link.name' || command.do === 'link.free') && field === 'name';

/** What the audit says of a command: to whom it was done, by ids alone. */
function aboutOf(command: Command): string {
  const { do: _, ...rest } = command;
  const audited = Object.entries(rest).filter(
    ([field]) => AUDITED.includes(field) || isLinkName(command, field),
  );
  const figures = 'figures' in rest ? Object.values(rest.figures) : [];
  return [...audited.map(([, value]) => value), ...figures].map(String).join(' ');
}

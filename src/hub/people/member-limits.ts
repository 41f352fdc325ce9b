import { RateLimits } from '../http/rate-limits.ts';
import { MemberConcurrency } from '../member-concurrency.ts';

/** A person makes such a change a few times a day at most; each costs the hub nearly a tenth of a second. */
const CHANGES = { most: 20, perSecond: 1 / 600 };
/** Commands of one member: an admin may assign a thousand people to groups at once. */
const COMMANDS = { most: 2000, perSecond: 2 };
/** Devices that a person adds: browsers, phones, and reinstalls. */
const DEVICES = { most: 20, perSecond: 1 / 3600 };
/**
 * Devices that one person ever has: all of their numbers stay listed with the member, since old items name their author by
 * them.
 */
const MOST_DEVICES = 500;

/** Limits the changes of a member's own record, which every device of the team has to load. */
export class MemberLimits {
  /** Runs a member's commands with bounded concurrency. */
  readonly turns = new MemberConcurrency();
  private readonly changes: RateLimits;
  private readonly commands: RateLimits;
  private readonly devices: RateLimits;

  constructor(now: () => number) {
    this.changes = new RateLimits(CHANGES, now);
    this.commands = new RateLimits(COMMANDS, now);
    this.devices = new RateLimits(DEVICES, now);
  }

  /** Whether a member may run a command now. `isFree`: never refused; `isShown`: everybody sees what it does. */
  mayRun(
    member: string,
    { isFree, isShown }: { readonly isFree: boolean; readonly isShown: boolean },
  ): boolean {
    if (isFree) return true;
    if (!this.commands.take(member)) return false;
    return !isShown || this.changes.take(member);
  }

  /** Whether a member who has had so many devices may add another. */
  mayAdd(member: string, had: number): boolean {
    return had < MOST_DEVICES && this.devices.take(member);
  }
}

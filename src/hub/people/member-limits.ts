import type { Command } from '../../team/hub-api.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { MemberConcurrency } from '../member-concurrency.ts';

/** Commands about oneself that everybody is shown, and after which the team's figures are made again. */
const SHOWN: readonly Command['do'][] = ['self.name', 'self.listed'];

/** A person changes their name or their mind some times on a day; each time costs the hub most of a tenth of a second. */
const CHANGES = { most: 20, perSecond: 1 / 600 };
/** Commands of one member: who leads may place a team of a thousand at once. */
const COMMANDS = { most: 2000, perSecond: 2 };
/** Devices that a person adds: browsers, phones, and those that were set up anew. */
const DEVICES = { most: 20, perSecond: 1 / 3600 };
/** Devices that one person ever has: all of their numbers stand beside their name, since old items are known by them. */
const MOST_DEVICES = 500;

/** Bounds what a member does with what is their own and everybody carries. */
export class MemberLimits {
  /** In which a member's commands are done. */
  readonly turns = new MemberConcurrency();
  private readonly changes: RateLimits;
  private readonly commands: RateLimits;
  private readonly devices: RateLimits;

  constructor(now: () => number) {
    this.changes = new RateLimits(CHANGES, now);
    this.commands = new RateLimits(COMMANDS, now);
    this.devices = new RateLimits(DEVICES, now);
  }

  /** Whether a member may give a command once more. Who leaves may always, and who takes their name back. */
  mayRun(command: Command, member: string): boolean {
    if (command.do === 'self.listed' && !command.listed) return true;
    if (command.do === 'self.leave') return true;
    if (!this.commands.take(member)) return false;
    return !SHOWN.includes(command.do) || this.changes.take(member);
  }

  /** Whether a member who had so many devices may add one more. */
  mayAdd(member: string, had: number): boolean {
    return had < MOST_DEVICES && this.devices.take(member);
  }
}

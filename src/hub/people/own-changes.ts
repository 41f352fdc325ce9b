import type { Command } from '../../team/hub-api.ts';
import { Limits } from '../http/limits.ts';

/** Commands about oneself that everybody is shown, and after which the team's figures are made again. */
const SHOWN: readonly Command['do'][] = ['self.name', 'self.listed'];

/** A person changes their name or their mind some times on a day; each time costs the hub most of a tenth of a second. */
const CHANGES = { most: 20, perSecond: 1 / 600 };
/** Devices that a person adds: browsers, phones, and those that were set up anew. */
const DEVICES = { most: 20, perSecond: 1 / 3600 };
/** Devices that one person ever has: all of their numbers stand beside their name, since old items are known by them. */
const MOST_DEVICES = 500;

/** Bounds what a member does with what is their own and everybody carries. */
export class OwnChanges {
  private readonly changes: Limits;
  private readonly devices: Limits;

  constructor(now: () => number) {
    this.changes = new Limits(CHANGES, now);
    this.devices = new Limits(DEVICES, now);
  }

  /** Whether a member may give a command once more; any that is not about themselves they may, and take their name back. */
  mayGive(command: Command, member: string): boolean {
    if (command.do === 'self.listed' && !command.listed) return true;
    return !SHOWN.includes(command.do) || this.changes.take(member);
  }

  /** Whether a member who had so many devices may add one more. */
  mayAdd(member: string, had: number): boolean {
    return had < MOST_DEVICES && this.devices.take(member);
  }
}

import { afterEach, beforeEach, expect } from 'vitest';
import type { Click } from '../../../../src/link/click/click.ts';
import { ClickLog } from '../../../../src/link/hub/click-log.ts';
import type { SharedLink } from '../../../../src/link/link.ts';
import type { Device, Identity } from '../../../bench/device.ts';
import { TeamHub } from '../../hub/team.ts';
import { type Answer, aLink, declare, get, ownRoom } from './link-hub.ts';

/** Of a file of tests: a hub of each test's own, with an admin, and what is done with links there. */
export class Follows {
  private held: TeamHub | undefined;

  constructor() {
    beforeEach(async () => {
      this.held = await TeamHub.withAdmin();
    });
    afterEach(() => this.held?.close());
  }

  get team(): TeamHub {
    if (!this.held) throw new Error('a hub is there within a test');
    return this.held;
  }

  readonly own = (identity: Identity): Promise<Device> => ownRoom(this.team, identity);
  readonly declare = (room: Device, link: SharedLink): Promise<void> => declare(this.team, room, link);
  readonly get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    get(this.team, path, headers);
  readonly leadsTo = async (path: string): Promise<string | undefined> =>
    (await this.get(path)).headers.location;

  /** What the hub has on its disk. */
  readonly recorded = async (): Promise<readonly Click[]> => {
    const log = await ClickLog.open(this.team.hub.hub.services.db, () => this.team.now);
    return (await log.after(0, 1000, (batch) => expect.fail(`batch ${batch}`))).clicks;
  };

  /** A member who joins, their room, and a link of theirs that the hub knows. */
  readonly bobs = async (more: Partial<SharedLink> = {}) => {
    const bob = await this.team.join('member', 'Bob');
    const room = await this.own(bob.identity);
    const link = await aLink(more);
    await this.declare(room, link);
    return { bob, room, link };
  };
}

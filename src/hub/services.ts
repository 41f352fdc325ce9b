import type { Capabilities } from './capabilities.ts';
import type { HubContext } from './context.ts';
import type { IncomingBodies } from './http/incoming-bodies.ts';
import type { RateLimits } from './http/rate-limits.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { Commands } from './people/command-table.ts';
import type { HubKey } from './people/keys.ts';
import type { MemberLimits } from './people/member-limits.ts';
import type { MemberAdmin } from './people/members.ts';
import type { Pairings } from './people/pairing.ts';
import type { Sessions } from './people/sessions.ts';

/** What the engine's own routes need. */
export interface HubServices extends HubContext {
  readonly sessions: Sessions;
  readonly pairings: Pairings;
  readonly memberLimits: MemberLimits;
  readonly key: HubKey;
  readonly commands: Commands;
  readonly members: MemberAdmin;
  readonly capabilities: Capabilities;
  readonly incomingBodies: IncomingBodies;
  readonly outgoing: Outgoing;
  /** Limits failed attempts to join, by network. */
  readonly joining: RateLimits;
  /** Limits the bytes of media that a member sends and reads. */
  readonly sending: RateLimits;
  readonly reading: RateLimits;
  /** Writes a backup; answers with its name. */
  backup(): Promise<string>;
}

import * as z from 'zod/mini';
import { text } from '../workspace/text.ts';
import { ROLES } from './hub-api.ts';
import { ShownName } from './names.ts';

/** The one item of the root `profile`. */
export const TEAM_KEY = 'team';

/** A member as everybody in the team sees them. */
export const TeamMember = z.object({
  id: text(40),
  /** As the hub shows it: no two members' names look alike. */
  name: ShownName,
  role: z.enum(ROLES),
  group: text(40),
  region: text(40),
  /** When they joined, UTC ms. */
  at: z.number(),
  /** Whether they left; what they contributed stays under their name. */
  left: z.boolean(),
  /** Numbers of all devices they ever had, by which their items are attributed; none for an erased member. */
  devices: z._default(z.array(z.int()), []),
});
export type TeamMember = z.infer<typeof TeamMember>;

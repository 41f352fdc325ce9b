import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import type { Membership } from '../../../src/team/membership.ts';

/** A device of a team whose hub is away: nothing answers there. */
export const MEMBER: Membership = {
  hub: 'hub-of-a-test',
  hubKey: 'k'.repeat(120),
  member: 'member-ann',
  device: 7,
  address: 'http://127.0.0.1:9',
  role: 'manager',
  epoch: '',
  at: 1,
  from: 0,
  listed: true,
  links: '',
  rules: USUAL_RULES,
  without: [],
};

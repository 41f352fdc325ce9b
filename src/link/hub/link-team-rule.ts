import type { TeamRule } from '../../hub/rooms/team-room.ts';
import { LINKS_KEY, LinkRules, USUAL_RULES } from '../link-rules.ts';

/** The team's rules for links. */
export const linkTeamRule: TeamRule<LinkRules> = {
  name: 'links',
  key: LINKS_KEY,
  schema: LinkRules,
  usual: USUAL_RULES,
};

import type { HubCapability } from '../../hub/capability.ts';
import { command } from '../../hub/people/command.ts';
import { ADMINS } from '../../hub/people/rights.ts';
import type { TeamRule } from '../../hub/rooms/team-room.ts';
import { COMMANDS } from '../hub-api.ts';
import { NO_RELATIONS, RELATIONS_KEY, TeamRelations } from '../relations.ts';
import { rooms, roots } from '../rooms.ts';

/** What the team declares of itself. */
const relationsRule: TeamRule<TeamRelations> = {
  name: 'relations',
  key: RELATIONS_KEY,
  schema: TeamRelations,
  usual: NO_RELATIONS,
};

/** Rooms of every team, and what it declares of itself. */
export const teamHub: HubCapability = {
  id: 'team',
  rooms,
  roots,
  rules: [relationsRule],
  commands: {
    'relations.set': command({
      roles: ADMINS,
      schema: COMMANDS['relations.set'],
      run: ({ relations }, { hub, act }) => hub.team.setRule(act, relationsRule, relations),
    }),
  },
};

import type { HubCapability } from '../../hub/capability.ts';
import { type CountingRules, NEWEST } from '../click/rules.ts';
import { measures } from '../measures.ts';
import { roots } from '../rooms.ts';
import { clickRoutes } from './click-routes.ts';
import { LINK_HUB_COMMANDS } from './commands.ts';
import { eraseNames } from './link-names.ts';
import { LinkService } from './link-service.ts';
import { linkTeamRule } from './link-team-rule.ts';
import { LINK_MIGRATIONS } from './migrations/index.ts';

/** The hub side of links. `edition`: the counting rules, before a team's settings. */
export const linkHubBy = (edition: CountingRules): HubCapability<LinkService> => ({
  id: 'link',
  migrations: LINK_MIGRATIONS,
  memberTables: ['link', 'linkday'],
  roots,
  rules: [linkTeamRule],
  commands: LINK_HUB_COMMANDS,
  measures,
  open: (hub) => LinkService.open(hub, edition),
  start: (service) => service.start(),
  jobs: (service) => service.jobs,
  routes: clickRoutes,
  handles: (service, request, response) => service.follows(request, response),
  isReady: (service) => service.isReady(),
  isFailing: (service) => service.isFailing,
  committed(service, { room, writer, changes, at }) {
    if (room.declaration.kind === 'member') service.links.declare(writer, changes, at);
  },
  caughtUp: (service) => service.links.settled(),
  settled: (service) => service.settled(),
  close: (service) => service.close(),
  deviceSeen: (service, { member, source, agent }) => service.visitors.note(member, source, agent),
  eraseRows: ({ db }, member) => eraseNames(db, member),
  forget: (service, member) => service.links.forget(member),
});

export const linkHub = linkHubBy(NEWEST);

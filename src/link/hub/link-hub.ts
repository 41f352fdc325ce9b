import type { HubCapability } from '../../hub/capability.ts';
import { NEWEST, type Rules } from '../click/rules.ts';
import { measures } from '../measures.ts';
import { roots } from '../rooms.ts';
import { clickRoutes } from './click-routes.ts';
import { LINK_HUB_COMMANDS } from './commands.ts';
import { eraseNames } from './link-names.ts';
import { linkRules } from './link-rule.ts';
import { LinkService } from './link-service.ts';
import { LINK_MIGRATIONS } from './migrations/index.ts';

/** The hub side of links. `edition`: the counting rules, before a team's settings. */
export const linkHubBy = (edition: Rules): HubCapability<LinkService> => ({
  id: 'link',
  migrations: LINK_MIGRATIONS,
  memberTables: ['link', 'linkday'],
  roots,
  rules: [linkRules],
  commands: LINK_HUB_COMMANDS,
  measures,
  open: (hub) => LinkService.open(hub, edition),
  start: (work) => work.start(),
  jobs: (work) => work.jobs,
  routes: clickRoutes,
  handles: (work, request, response) => work.follows(request, response),
  isReady: (work) => work.isReady(),
  isFailing: (work) => work.isFailing,
  committed(work, { room, writer, changes, at }) {
    if (room.declaration.kind === 'member') work.links.declare(writer, changes, at);
  },
  caughtUp: (work) => work.links.settled(),
  settled: (work) => work.settled(),
  close: (work) => work.close(),
  deviceSeen: (work, { member, source, agent }) => work.visitors.note(member, source, agent),
  eraseRows: ({ db }, member) => eraseNames(db, member),
  erased: async (work, member) => work.links.forget(member),
});

export const linkHub = linkHubBy(NEWEST);

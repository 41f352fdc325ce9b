import type { HubCapability } from '../../hub/capability.ts';
import { command } from '../../hub/people/command.ts';
import { ADMINS } from '../../hub/people/rights.ts';
import { linkHub } from '../../link/hub/link-hub.ts';
import { COMMANDS } from '../../team/hub-api.ts';
import { rooms, roots } from '../rooms.ts';
import { figureRoutes } from './figures-routes.ts';
import { RESULTS_MIGRATIONS } from './migrations/index.ts';
import { ResultsService } from './results-service.ts';

/** The hub side of results. */
export const resultsHub: HubCapability<ResultsService> = {
  id: 'results',
  takes: [linkHub],
  migrations: RESULTS_MIGRATIONS,
  memberTables: ['tally', 'figurechange'],
  rooms,
  roots,
  commands: {
    'team.figures': command({
      roles: ADMINS,
      schema: COMMANDS['team.figures'],
      about: ({ figures }) => Object.values(figures),
      run: ({ figures }, { service, act }) => service.decide(figures, act),
    }),
  },
  open: (hub, serviceOf) => ResultsService.open(hub, serviceOf(linkHub)),
  jobs: (service) => service.jobs,
  routes: figureRoutes,
  committed: (service, { room }) => service.projector.changed(room),
  settled: (service) => service.projector.settled(),
  close: (service) => service.projector.close(),
  memberChanged: (service, member, change) => service.memberChanged(member, change),
  profile({ figures: { newest } }) {
    return newest ? { figures: newest } : {};
  },
  inviteTerms({ figures: { standing } }) {
    return { figures: standing.now, next: standing.next };
  },
  joinRefusal({ figures: { standing } }, { agreed }) {
    const isOpen = standing.now?.mode === 'open' || standing.next?.mode === 'open';
    return !isOpen || agreed === 'open' ? null : 'figures';
  },
  async founded(service, { figures }) {
    if (figures) await service.decideAsFounder(figures);
  },
  erased: (service) => service.projector.refresh(),
};

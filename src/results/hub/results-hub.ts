import type { HubCapability } from '../../hub/capability.ts';
import { command } from '../../hub/people/command.ts';
import { ADMINS } from '../../hub/people/rights.ts';
import { linkHub } from '../../link/hub/link-hub.ts';
import { COMMANDS } from '../../team/hub-api.ts';
import { rooms, roots } from '../rooms.ts';
import { figureRoutes } from './figures-routes.ts';
import { RESULTS_MIGRATIONS } from './migrations/index.ts';
import { ResultsWork } from './results-work.ts';

/** The hub side of results. */
export const resultsHub: HubCapability<ResultsWork> = {
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
  open: (hub, serviceOf) => ResultsWork.open(hub, serviceOf(linkHub)),
  jobs: (work) => work.jobs,
  routes: figureRoutes,
  committed: (work, { room }) => work.folding.changed(room),
  settled: (work) => work.folding.settled(),
  close: (work) => work.folding.close(),
  memberChanged: (work, member, change) => work.memberChanged(member, change),
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
  async founded(work, { figures }) {
    if (figures) await work.decideAsFounder(figures);
  },
  erased: (work) => work.folding.again(),
};

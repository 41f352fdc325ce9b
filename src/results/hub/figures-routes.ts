import type { HubContext } from '../../hub/context.ts';
import { type ApiRouter, nothing } from '../../hub/http/api-router.ts';
import { EVERYBODY } from '../../hub/people/rights.ts';
import type { FiguresView } from '../../team/hub-api.ts';
import type { ResultsService } from './results-service.ts';

/** How the team's figures are published, and whether the caller is named in them. */
export function figureRoutes(router: ApiRouter, { figures }: ResultsService, { people }: HubContext): void {
  router.query('/api/figures', { roles: EVERYBODY, read: nothing }, ({ caller }) => {
    const member = people.member(caller.member);
    const named = member ? figures.nameOf(member) : 'no';
    return { ...figures.standing, people: people.activeMembers().length, named } satisfies FiguresView;
  });
}

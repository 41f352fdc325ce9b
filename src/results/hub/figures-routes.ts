import { type Door, nothing } from '../../hub/http/door.ts';
import type { Hub } from '../../hub/hub.ts';
import { EVERYBODY } from '../../hub/people/rights.ts';
import type { FiguresView } from '../../team/hub-api.ts';

/** How the team's figures are published, and whether who asks appears in them by name. */
export function figureRoutes(door: Door, hub: Hub): void {
  door.query('/api/figures', { roles: EVERYBODY, read: nothing }, ({ caller }) => {
    const member = hub.people.member(caller.member);
    const named = member ? hub.figures.nameOf(member) : 'no';
    return {
      ...hub.figures.standing,
      people: hub.people.activeMembers().length,
      named,
    } satisfies FiguresView;
  });
}

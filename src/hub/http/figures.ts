import type { FiguresView } from '../../team/hub-api.ts';
import type { Hub } from '../hub.ts';
import { EVERYBODY } from '../people/rights.ts';
import { type Door, nothing } from './door.ts';

/** How the team's figures are published, and whether who asks appears in them by name. */
export function figureRoutes(door: Door, hub: Hub): void {
  door.query('/api/figures', { roles: EVERYBODY, read: nothing }, ({ caller }) => {
    const member = hub.people.member(caller.member);
    const named = member ? hub.figures.nameOf(member) : 'no';
    return { ...hub.figures.standing, people: hub.people.here().length, named } satisfies FiguresView;
  });
}

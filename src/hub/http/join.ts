import type { Context } from 'hono';
import { InviteAsk, type InviteLook, JoinAsk, PairAsk, type Refused } from '../../team/hub-api.ts';
import { confirmPairing } from '../people/confirm-pairing.ts';
import { inviteOf } from '../people/invites.ts';
import { joinTeam } from '../people/join.ts';
import { isDeviceKey } from '../people/keys.ts';
import { checkOf } from '../people/pairing.ts';
import { EVERYBODY } from '../people/rights.ts';
import type { HubServices } from '../services.ts';
import { type ApiRouter, nothing } from './api-router.ts';
import { networkOf } from './origin.ts';

/**
 * Routes for joining by an invite, or as a further device of the same person. Only wrong secrets and codes count against the
 * limit of their network and are refused by it, so a valid invite works even beside a neighbour who guesses.
 */
export function joinRoutes(router: ApiRouter, hub: HubServices): void {
  const wrong = wrongFor(hub);
  router.open('/api/join/look', InviteAsk, async (body, c) => {
    const invite = await inviteOf(hub.db, body.invite, body.secret, hub.now());
    if (!invite) return wrong(c, 'invite');
    const { name, country } = hub.team.shown;
    const [group, region] = [hub.team.partNamed(invite.part), hub.team.partNamed(invite.region)];
    const people = hub.people.activeMembers().length;
    const by = invite.maker && hub.people.displayName(invite.maker);
    const terms = { figures: null, next: null, ...hub.capabilities.inviteTerms() };
    const look = { by, team: name, country, role: invite.role, group, region, ...terms, people };
    return look satisfies InviteLook;
  });
  router.open('/api/join', JoinAsk, async (body, c) => {
    if (!isDeviceKey(body.key)) return { refused: 'form' };
    return (await joinTeam(hub, body)) ?? wrong(c, 'invite');
  });
  pairRoutes(router, hub);
}

const wrongFor =
  (hub: HubServices) =>
  (c: Context, refused: 'invite' | 'pairing'): Refused =>
    hub.joining.take(networkOf(hub.edge, c)) ? { refused } : { refused: 'rate' };

function pairRoutes(router: ApiRouter, hub: HubServices): void {
  const wrong = wrongFor(hub);
  const members = { roles: EVERYBODY, read: nothing };
  router.command('/api/pair/start', members, ({ caller }) => hub.pairings.start(caller.member));
  router.query('/api/pair/waiting', members, ({ caller }) => {
    const newcomer = hub.pairings.waiting(caller.member);
    return { waiting: newcomer && { device: newcomer.device, check: checkOf(newcomer.key) } };
  });
  router.command('/api/pair/confirm', members, ({ caller }) => confirmPairing(hub, caller));
  router.command('/api/pair/refuse', members, ({ caller }) => {
    hub.pairings.refuse(caller.member);
    return { done: true };
  });
  router.open('/api/join/pair', PairAsk, ({ code, key, device }, c) => {
    if (!isDeviceKey(key)) return { refused: 'form' };
    return hub.pairings.claim(code, key, device) ? { check: checkOf(key) } : wrong(c, 'pairing');
  });
  router.open('/api/join/paired', PairAsk, ({ key }) => hub.pairings.stateOf(key));
}

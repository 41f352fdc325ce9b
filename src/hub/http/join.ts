import type { Hono } from 'hono';
import { InviteAsk, type InviteLook, JoinAsk, PairAsk } from '../../team/hub-api.ts';
import type { Hub } from '../hub.ts';
import { inviteOf } from '../people/invites.ts';
import { hasAgreed, joinTeam } from '../people/join.ts';
import { isDeviceKey } from '../people/keys.ts';
import { confirmPairing } from '../people/paired.ts';
import { checkOf } from '../people/pairing.ts';
import { EVERYBODY } from '../people/rights.ts';
import { refuse } from './asked.ts';
import { type Door, nothing } from './door.ts';

/** Joining: by an invite, or as a further device of the same person. */
export function joinRoutes(app: Hono, door: Door, hub: Hub): void {
  app.use('/api/join/*', async (c, next) => {
    if (!hub.joining.take(hub.networkOf(c))) return refuse(c, 'rate');
    await next();
  });
  door.open('/api/join/look', InviteAsk, async (body) => {
    const invite = await inviteOf(hub.db, body.invite, body.secret, hub.now());
    if (!invite) return { refused: 'invite' };
    const { name, country } = hub.team.shown;
    const [group, region] = [hub.team.partNamed(invite.part), hub.team.partNamed(invite.region)];
    const { now, next } = hub.figures.standing;
    const people = hub.people.here().length;
    const look = { team: name, country, role: invite.role, group, region, figures: now, next, people };
    return look satisfies InviteLook;
  });
  door.open('/api/join', JoinAsk, async (body) => {
    if (!isDeviceKey(body.key)) return { refused: 'form' };
    if (!hasAgreed(hub, body)) return { refused: 'figures' };
    return (await joinTeam(hub, body)) ?? { refused: 'invite' };
  });
  pairRoutes(door, hub);
}

function pairRoutes(door: Door, hub: Hub): void {
  const members = { roles: EVERYBODY, read: nothing };
  door.command('/api/pair/start', members, ({ caller }) => hub.pairings.start(caller.member));
  door.query('/api/pair/waiting', members, ({ caller }) => {
    const newcomer = hub.pairings.waiting(caller.member);
    return { waiting: newcomer && { device: newcomer.device, check: checkOf(newcomer.key) } };
  });
  door.command('/api/pair/confirm', members, ({ caller }) => confirmPairing(hub, caller));
  door.command('/api/pair/refuse', members, ({ caller }) => {
    hub.pairings.refuse(caller.member);
    return { done: true };
  });
  door.open('/api/join/pair', PairAsk, ({ code, key, device }) => {
    if (!isDeviceKey(key)) return { refused: 'form' };
    return hub.pairings.claim(code, key, device) ? { check: checkOf(key) } : { refused: 'pairing' };
  });
  door.open('/api/join/paired', PairAsk, ({ key }) => hub.pairings.stateOf(key));
}

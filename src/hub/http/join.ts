import type { Hono } from 'hono';
import { InviteAsk, type InviteLook, JoinAsk, PairAsk } from '../../team/hub-api.ts';
import type { Hub } from '../hub.ts';
import { inviteOf } from '../people/invites.ts';
import { joinTeam } from '../people/join.ts';
import { isDeviceKey } from '../people/keys.ts';
import { checkOf } from '../people/pairing.ts';
import { bodyOf, refuse, whoAsks } from './asked.ts';

/** Joining: by an invite, or as a further device of the same person. */
export function joinRoutes(app: Hono, hub: Hub): void {
  app.use('/api/join/*', async (c, next) => {
    if (!hub.joining.take(hub.sourceOf(c))) return refuse(c, 'rate');
    await next();
  });
  app.post('/api/join/look', async (c) => {
    const asked = await bodyOf(c, InviteAsk);
    const invite = asked && (await inviteOf(hub.db, asked.invite, asked.secret, hub.now()));
    if (!invite) return refuse(c, asked ? 'invite' : 'form');
    const { name, country } = hub.team.shown;
    const [group, region] = [hub.team.partNamed(invite.part), hub.team.partNamed(invite.region)];
    return c.json({ team: name, country, role: invite.role, group, region } satisfies InviteLook);
  });
  app.post('/api/join', async (c) => {
    const asked = await bodyOf(c, JoinAsk);
    if (!asked || !isDeviceKey(asked.key)) return refuse(c, 'form');
    const joined = await joinTeam(hub, asked);
    return joined ? c.json(joined) : refuse(c, 'invite');
  });
  pairRoutes(app, hub);
}

function pairRoutes(app: Hono, hub: Hub): void {
  app.post('/api/pair/start', async (c) => {
    const who = whoAsks(c, hub);
    return who ? c.json(hub.pairings.start(who.member)) : refuse(c, 'session');
  });
  app.post('/api/pair/waiting', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const newcomer = hub.pairings.waiting(who.member);
    return c.json({ waiting: newcomer && { device: newcomer.device, check: checkOf(newcomer.key) } });
  });
  app.post('/api/pair/confirm', async (c) => {
    const who = whoAsks(c, hub);
    const newcomer = who && hub.pairings.take(who.member);
    if (!who || !newcomer) return refuse(c, who ? 'pairing' : 'session');
    const device = await hub.db
      .transaction()
      .execute((within) =>
        hub.people.addDevice(within, who.member, newcomer.device, newcomer.key, hub.now()),
      );
    hub.people.held(null, device);
    hub.pairings.confirmed(who.member, newcomer.key, hub.joinedAs(who.member, device.number));
    return c.json({ done: true });
  });
  app.post('/api/pair/refuse', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    hub.pairings.refuse(who.member);
    return c.json({ done: true });
  });
  app.post('/api/join/pair', async (c) => {
    const asked = await bodyOf(c, PairAsk);
    if (!asked || !isDeviceKey(asked.key)) return refuse(c, 'form');
    const claimed = hub.pairings.claim(asked.code, asked.key, asked.device);
    return claimed ? c.json({ check: checkOf(asked.key) }) : refuse(c, 'pairing');
  });
  app.post('/api/join/paired', async (c) => {
    const asked = await bodyOf(c, PairAsk);
    return asked ? c.json(hub.pairings.stateOf(asked.key)) : refuse(c, 'form');
  });
}

import type { Hono } from 'hono';
import {
  ChallengeAsk,
  Command,
  type Removal,
  removalWords,
  type Session,
  sessionWords,
  TokenAsk,
} from '../../team/hub-api.ts';
import type { Hub } from '../hub.ts';
import { run } from '../people/commands.ts';
import { isSigned } from '../people/keys.ts';
import { bodyOf, refuse, whoAsks } from './asked.ts';

/** A device signs what the hub asks, and gets a token for some minutes; with it, it gives commands. */
export function sessionRoutes(app: Hono, hub: Hub): void {
  app.post('/api/session/challenge', async (c) => {
    if (!hub.asking.take(hub.sourceOf(c))) return refuse(c, 'rate');
    const asked = await bodyOf(c, ChallengeAsk);
    return asked ? c.json({ nonce: hub.sessions.challenge(asked.device) }) : refuse(c, 'form');
  });
  app.post('/api/session', async (c) => {
    if (!hub.asking.take(hub.sourceOf(c))) return refuse(c, 'rate');
    const asked = await bodyOf(c, TokenAsk);
    if (!asked) return refuse(c, 'form');
    const device = hub.people.device(asked.device);
    const words = sessionWords(hub.id, asked.device, asked.nonce);
    const signed = isSigned(words, asked.signature, device?.key ?? hub.key.shown);
    if (!hub.sessions.spend(asked.nonce, asked.device) || !signed || !device) return refuse(c, 'session');
    const who = hub.people.whoOf(device.number);
    if (!who) return refuse(c, 'session', { removal: removalOf(hub, device.number) });
    hub.visitors.note(who.member, hub.sourceOf(c), c.req.header('user-agent') ?? '');
    const { token, lasts } = hub.sessions.open(device.number);
    const links = hub.settings.links ?? '';
    const said = { token, lasts, epoch: hub.epoch, role: who.role, now: hub.now(), links };
    return c.json(said satisfies Session);
  });
  app.post('/api/do', async (c) => {
    const who = whoAsks(c, hub);
    if (!who) return refuse(c, 'session');
    const command = await bodyOf(c, Command);
    if (!command) return refuse(c, 'form');
    const answer = await run(hub, command, who);
    return 'refused' in answer ? refuse(c, answer.refused) : c.json(answer);
  });
}

/** What a removed device is told, signed: it wipes what is the team's on no other word. */
function removalOf(hub: Hub, device: number): Removal {
  const row = hub.people.device(device);
  const at = row?.removed ?? hub.people.member(row?.member ?? '')?.removed ?? hub.now();
  const removal = { hub: hub.id, device, at };
  return { ...removal, signature: hub.key.sign(removalWords(removal)) };
}

import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { ChallengeAsk, TokenAsk } from '../../team/hub-api.ts';
import { EVERYBODY } from '../people/rights.ts';
import { openSession } from '../people/sign-in.ts';
import type { HubServices } from '../services.ts';
import type { ApiRouter } from './api-router.ts';
import { addressOf } from './origin.ts';

/** Signing in by a signed challenge, which gives a token for some minutes, and the team's commands. */
export function sessionRoutes(router: ApiRouter, hub: HubServices): void {
  // Neither has a limit by network: a neighbour could use it up and lock a whole office out.
  const challenge = ({ device }: { device: number }) => ({ nonce: hub.sessions.challenges.make(device) });
  router.open('/api/session/challenge', ChallengeAsk, challenge);
  const open = (body: z.infer<typeof TokenAsk>, c: Context) =>
    openSession(hub, body, { source: addressOf(hub.edge, c), agent: c.req.header('user-agent') ?? '' });
  router.open('/api/session', TokenAsk, open);
  router.command('/api/do', { roles: EVERYBODY, read: commandIn(hub) }, ({ caller, body }) =>
    hub.commands.run(body, caller.device),
  );
}

const commandIn = (hub: HubServices) => async (c: Context) => {
  const body = hub.commands.read(await c.req.json().catch(() => undefined));
  return body ? { body } : ('form' as const);
};

import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { ChallengeAsk, Command, TokenAsk } from '../../team/hub-api.ts';
import type { Hub } from '../hub.ts';
import { run } from '../people/commands.ts';
import { EVERYBODY } from '../people/rights.ts';
import { openSession } from '../people/sign-in.ts';
import { type Door, json } from './door.ts';

/** Signing in by a signed challenge, which gives a token for some minutes, and the team's commands. */
export function sessionRoutes(door: Door, hub: Hub): void {
  // Neither has a limit by network: a neighbour could use it up and lock a whole office out.
  const challenge = ({ device }: { device: number }) => ({ nonce: hub.sessions.challenges.make(device) });
  door.open('/api/session/challenge', ChallengeAsk, challenge);
  const open = (body: z.infer<typeof TokenAsk>, c: Context) =>
    openSession(hub, body, { source: hub.sourceOf(c), agent: c.req.header('user-agent') ?? '' });
  door.open('/api/session', TokenAsk, open);
  door.command('/api/do', { roles: EVERYBODY, read: json(Command) }, ({ caller, body }) =>
    run(hub, body, caller.device),
  );
}

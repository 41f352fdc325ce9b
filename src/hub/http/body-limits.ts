import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PendingBytes } from '../edge/pending-bytes.ts';
import type { Hub } from '../hub.ts';
import { refuse } from './refuse.ts';

/** The longest body: of who has not proved who they are a few lines, of a device the largest command. */
const MOST = { stranger: 16 << 10, device: 256 << 10 };
/** What bodies that are under way may have together, bytes. */
const TOGETHER = { stranger: 16 << 20, device: 64 << 20 };

type Kind = keyof typeof MOST;

/**
 * Bounds bodies that are on their way: each, and all of them together, by the length that they say they have. Who sends most
 * gives way, so nobody waits for what others begin and do not end. Over which connection a token came is known before it.
 */
export function bodyLimits(hub: Hub): MiddlewareHandler {
  const pending = {
    stranger: new PendingBytes<IncomingMessage>(TOGETHER.stranger),
    device: new PendingBytes<IncomingMessage>(TOGETHER.device),
  };
  const limits = { stranger: limit(MOST.stranger, unproved), device: limit(MOST.device, tooLarge) };
  return async (c, next) => {
    const { incoming } = c.env as { incoming?: IncomingMessage };
    if (!incoming) return limits.stranger(c, next);
    const { connections } = hub.edge;
    const kind: Kind = connections.isAuthenticated(incoming.socket) ? 'device' : 'stranger';
    const owner = connections.ownerOf(incoming.socket);
    const length = lengthOf(incoming, MOST[kind]);
    pending[kind].note(owner, incoming, length)?.destroy();
    try {
      return await limits[kind](c, next);
    } finally {
      pending[kind].note(owner, incoming, 0);
    }
  };
}

/** A body over the bound is the asker's fault, and no failure of the hub. What is still to come of it is not waited for. */
const limit = (maxSize: number, refusal: (c: Context) => Response) =>
  bodyLimit({
    maxSize,
    onError: (c: Context) => {
      const answer = refusal(c);
      answer.headers.set('Connection', 'close');
      return answer;
    },
  });

const tooLarge = (c: Context): Response => c.json({ refused: 'form' }, 413);

/** Whose token is over signs in again, and may then send as much as a device. */
const unproved = (c: Context): Response => {
  const { incoming } = c.env as { incoming?: IncomingMessage };
  return incoming?.headers.authorization === undefined ? tooLarge(c) : refuse(c, 'session');
};

/** Bytes that a body takes while it comes: one that does not say its length may have all that one may. */
function lengthOf({ headers }: IncomingMessage, most: number): number {
  if (headers['transfer-encoding'] !== undefined) return most;
  const length = Number(headers['content-length'] ?? 0);
  return Number.isSafeInteger(length) && length > 0 ? Math.min(length, most) : 0;
}

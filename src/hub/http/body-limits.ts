import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PendingBytes } from '../edge/pending-bytes.ts';
import type { HubServices } from '../services.ts';
import { refuse } from './refuse.ts';

/** The longest body, bytes: a few lines for strangers, the largest command for signed-in devices. */
const MOST = { stranger: 16 << 10, device: 256 << 10 };
/** Bytes that all unfinished bodies may have together. */
const TOGETHER = { stranger: 16 << 20, device: 64 << 20 };

type Kind = keyof typeof MOST;

/**
 * Limits request bodies, each one and all unfinished ones together, by their declared length. When they are too many, the
 * sender of most is cut off, so that nobody waits for bodies that others begin and never finish. Whether a sender is signed
 * in is known from the connection before the body arrives.
 */
export function bodyLimits(hub: HubServices): MiddlewareHandler {
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

/** A body over its limit is refused as the client's fault. The connection closes, so that the rest is not read. */
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

/** A sender with an expired token gets `session` as the reason: it signs in again and then has a device's limit. */
const unproved = (c: Context): Response => {
  const { incoming } = c.env as { incoming?: IncomingMessage };
  return incoming?.headers.authorization === undefined ? tooLarge(c) : refuse(c, 'session');
};

/** Bytes to reserve for a body: its declared length, or the whole limit if it declares none. */
function lengthOf({ headers }: IncomingMessage, most: number): number {
  if (headers['transfer-encoding'] !== undefined) return most;
  const length = Number(headers['content-length'] ?? 0);
  return Number.isSafeInteger(length) && length > 0 ? Math.min(length, most) : 0;
}

import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Edge } from '../edge/edge.ts';

const incomingOf = (c: Context) => (c.env as { incoming?: IncomingMessage }).incoming;

/** The address that a request is counted for. */
export function addressOf(edge: Edge, c: Context): string {
  const incoming = incomingOf(c);
  return incoming ? edge.addressOf(incoming) : '';
}

/** The network that a request comes from: a whole /64 is one. */
export function networkOf(edge: Edge, c: Context): string {
  const incoming = incomingOf(c);
  return incoming ? edge.networkOf(incoming) : '';
}

import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Edge } from '../edge/edge.ts';

const incomingOf = (c: Context) => (c.env as { incoming?: IncomingMessage }).incoming;

/** The client's address of a request. */
export function addressOf(edge: Edge, c: Context): string {
  const incoming = incomingOf(c);
  return incoming ? edge.addressOf(incoming) : '';
}

/** The client's network of a request; an IPv6 /64 is one. */
export function networkOf(edge: Edge, c: Context): string {
  const incoming = incomingOf(c);
  return incoming ? edge.networkOf(incoming) : '';
}

import type { Hono } from 'hono';
import { HEADERS } from '../edge/headers.ts';
import { canonicalHost } from '../edge/hosts.ts';
import type { HubServices } from '../services.ts';
import { bodyLimits } from './body-limits.ts';

/**
 * The hub's pages run only what the hub serves, and can neither frame nor be framed. The sockets are listed by host, since
 * not every browser counts them as `'self'`.
 */
const cspFor = (hosts: readonly string[]) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    ["connect-src 'self'", ...hosts.flatMap((host) => [`ws://${host}`, `wss://${host}`])].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Hosts of the hub's sockets as a browser sees them: a proxy may have rewritten `Host`. */
function socketHosts(hub: HubServices, host: string): string[] {
  return [...new Set([canonicalHost(host), new URL(hub.settings.address).host])];
}

/**
 * Security headers, CORS, body limits and the error answer of every route. An extension's origin is random in Firefox and
 * cannot be listed, so any origin is allowed: there are no cookies, and every answer needs a token that only the client has.
 * An unknown `Host` is refused, since another site's name may point at this machine (DNS rebinding).
 */
export function secureResponses(app: Hono, hub: HubServices): void {
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? '';
    const isOurs = hub.edge.isOurHost(host);
    if (isOurs) await next();
    else c.res = c.text('unknown host', 421);
    const all = {
      ...HEADERS,
      'Content-Security-Policy': isOurs ? cspFor(socketHosts(hub, host)) : cspFor([]),
    };
    for (const [name, value] of Object.entries(all)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('/api/*', cors, bodyLimits(hub));
  app.use('/media/*', cors);
  app.onError((error, c) => {
    hub.log('request-failed', { error: error.name, path: c.req.path.split('/')[1] ?? '' });
    return c.json({ refused: 'form' }, 500);
  });
}

const cors: Parameters<Hono['use']>[1] = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return c.body(null, 204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, HEAD',
      'Access-Control-Allow-Headers': 'authorization, content-type, content-range',
      'Access-Control-Max-Age': '600',
    });
  }
  await next();
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'range');
  c.header('Cache-Control', c.res.headers.get('Cache-Control') ?? 'no-store');
};

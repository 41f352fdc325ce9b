import type { Hono } from 'hono';
import { HEADERS } from '../edge/headers.ts';
import { canonicalHost } from '../edge/hosts.ts';
import type { Hub } from '../hub.ts';
import { bodyLimits } from './body-limits.ts';

/**
 * Nothing on the hub's pages runs, frames, or is framed but what the hub serves itself. Its sockets are named: not every
 * browser takes `'self'` for them too.
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

/** Hosts of the hub's sockets as a browser knows them: a proxy may have put a name of its own into `Host`. */
function socketHosts(hub: Hub, host: string): string[] {
  return [...new Set([canonicalHost(host), new URL(hub.settings.address).host])];
}

/**
 * What holds for every answer. An extension's origin is random in Firefox and cannot be listed, so any origin may ask:
 * there are no cookies, and nothing is answered without a token that the asker holds itself. A name that is not ours in
 * `Host` is another site that was pointed at this machine.
 */
export function secureResponses(app: Hono, hub: Hub): void {
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? '';
    const isOurs = hub.isOurHost(host);
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

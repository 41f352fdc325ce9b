import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Hub } from '../hub.ts';

const API_BYTES = 256 * 1024;

/**
 * Nothing on the hub's pages runs, frames, or is framed but what the hub serves itself. Its sockets are named: not every
 * browser takes `'self'` for them too.
 */
const cspFor = (host: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${host && ` ws://${host} wss://${host}`}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const HEADERS: Record<string, string> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Hosts by which the hub is reached: its addresses and, for a hub of one machine, that machine's own names. */
export function hostsOf(addresses: readonly string[], port: number): ReadonlySet<string> {
  const named = addresses.map((address) => new URL(address).host);
  return new Set([...named, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
}

/**
 * What holds for every answer. An extension's origin is random in Firefox and cannot be listed, so any origin may ask:
 * there are no cookies, and nothing is answered without a token that the asker holds itself. A name that is not ours in
 * `Host` is another site that was pointed at this machine.
 */
export function guarded(app: Hono, hub: Hub): void {
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? '';
    const isOurs = hub.isOurHost(host);
    if (isOurs) await next();
    else c.res = c.text('unknown host', 421);
    const all = { ...HEADERS, 'Content-Security-Policy': cspFor(isOurs ? host : '') };
    for (const [name, value] of Object.entries(all)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('/api/*', cors, bodyLimit({ maxSize: API_BYTES }));
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

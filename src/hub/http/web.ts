import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Hono } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The web companion: files of one built folder and nothing above it. */
export function webRoutes(app: Hono, folder: string): void {
  app.get('/', (c) => c.redirect('/app/'));
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/*', async (c) => {
    const asked = normalize(decodeURIComponent(c.req.path.slice('/app/'.length)));
    const name = asked === '.' || asked === '' ? 'index.html' : asked;
    const type = TYPES[extname(name)];
    if (!folder || !type || name.startsWith('..') || name.startsWith('/') || name.includes('\0'))
      return c.text('not found', 404);
    const file = join(folder, name);
    if (!existsSync(file)) return c.text('not found', 404);
    const lasting = /^(assets|chunks)\//.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    const body = new Uint8Array(await readFile(file));
    return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': lasting });
  });
}

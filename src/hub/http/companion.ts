import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import { own } from '../../workspace/named.ts';

/** Content types of the files in the built companion. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** `Cache-Control`: forever for files whose name has a hash of their content. */
  readonly cacheControl: string;
}

/**
 * The built companion's files by their path below `/app/`, read once at the start. A request is looked up in this map and
 * never becomes a path on the disk. Empty if the companion was not built.
 */
export function companionFiles(folder: string): ReadonlyMap<string, File> {
  if (!existsSync(join(folder, 'index.html'))) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, fileOf(folder, name)]));
}

function fileOf(folder: string, name: string): File {
  return {
    bytes: new Uint8Array(readFileSync(join(folder, name))),
    type: own(TYPES, extname(name)) ?? 'application/octet-stream',
    cacheControl: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** Serves the companion as a web app, which is a device of its own: its data stays in that browser. */
export function companionRoutes(app: Hono, files: ReadonlyMap<string, File>): void {
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/*', (c) => {
    const file = files.get(c.req.path.slice('/app/'.length) || 'index.html');
    if (!file) return c.notFound();
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': file.cacheControl });
  });
}

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
]);

/** What the hub of an invite says of it. */
const INVITE = {
  by: '髙橋 さゆり（マーケティング本部 コミュニティ推進室）',
  team: 'あさひ珈琲ロースターズ · Asahi Coffee Roasters International',
  country: 'JP',
  role: 'member',
  group: '焙煎',
  region: '東京',
  figures: { mode: 'guarded', few: 5, since: '2026-10' },
  next: null,
  people: 48,
};

/** Serves the files of a folder to this machine alone, and one invite. */
export async function serve(folder: string): Promise<{ address: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://a').pathname);
    if (path === '/api/join/look') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(INVITE));
      return;
    }
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (bytes) => response.setHeader('content-type', TYPES.get(extname(file)) ?? 'image/png').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

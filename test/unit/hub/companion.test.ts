import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import zhCN from '#words/zh-CN.json' with { type: 'json' };
import { type Running, startHub } from '../../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';

/** Asks as it is: `fetch` would take the dots out of a path before it is sent. */
function ask(port: number, path: string, host = `127.0.0.1:${port}`, more: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (answered, failed) => {
      const asked = request({ port, host: '127.0.0.1', path, headers: { host, ...more } }, (response) => {
        let body = '';
        response.on('data', (part) => {
          body += part;
        });
        response.on('end', () =>
          answered({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.on('error', failed);
      asked.end();
    },
  );
}

describe('the companion that a hub serves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-serve-'));
  const web = join(folder, 'web');
  let hub: Running;
  beforeAll(async () => {
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Musubi</title>');
    writeFileSync(join(web, 'sw.js'), '1');
    writeFileSync(join(web, 'assets', 'page-abc.js'), '2');
    const settings = { host: '127.0.0.1', port: 0, address: 'http://127.0.0.1:0' };
    hub = await startHub({ ...settings, folder: join(folder, 'hub'), web }, () => undefined, {
      capabilities: HUB_CAPABILITIES,
    });
  });
  afterAll(async () => {
    await hub?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a page that runs nothing but the hub’s own, and speaks to its own hub alone', async () => {
    const { status, headers, body } = await ask(hub.port, '/app/');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(body).toContain('<title>Musubi</title>');
    const csp = String(headers['content-security-policy']);
    expect(csp).toContain("script-src 'self';");
    expect(csp).toContain(`connect-src 'self' ws://127.0.0.1:${hub.port} wss://127.0.0.1:${hub.port};`);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('keeps for good only what is named by its content', async () => {
    const kept = async (path: string) => (await ask(hub.port, path)).headers['cache-control'];
    expect(await kept('/app/assets/page-abc.js')).toContain('immutable');
    expect(await kept('/app/sw.js')).toBe('no-cache');
  });

  it.each([
    '/app/../secret.txt',
    '/app/..%2fsecret.txt',
    '/app/%2e%2e/secret.txt',
    '/app/assets/..%5c..%5csecret.txt',
    '/app//etc/passwd',
    '/app/assets',
    '/app/nothing.js',
    '/app/__proto__',
    '/app/%00',
    '/app/%ff',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(hub.port, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('not for anybody');
  });

  it.each([
    ['en', en],
    ['ja', ja],
    ['zh-CN', zhCN],
  ])(
    'stands behind a plain first page, and what is not here is a plain page too (%s)',
    async (language, said) => {
      const browser = { accept: 'text/html,*/*', 'accept-language': language };
      const root = await ask(hub.port, '/', undefined, browser);
      expect([root.status, root.body]).toEqual([200, expect.stringContaining(said.hubRootTitle)]);
      expect(root.body).toContain(`<html lang="${language}">`);
      expect(root.body).toContain('href="/app/"');
      for (const path of ['/nowhere', '/app/nothing.js', '/autumn-sale', '/a/b/c']) {
        const { status, headers, body } = await ask(hub.port, path, undefined, browser);
        expect([path, status, body]).toEqual([path, 404, expect.stringContaining(said.hubNothingTitle)]);
        expect([headers['content-type'], headers.vary]).toEqual([
          'text/html; charset=UTF-8',
          'accept, accept-language',
        ]);
        expect(body).not.toContain('<script');
      }
      expect((await ask(hub.port, '/nowhere')).body).toBe('not found');
    },
  );

  it('is not served under another name', async () => {
    const { status, headers } = await ask(hub.port, '/app/', 'evil.example');
    expect(status).toBe(421);
    expect(String(headers['content-security-policy'])).not.toContain('evil');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startHub } from '../../src/hub/hub.ts';
import en from '../../src/i18n/en.json' with { type: 'json' };
import type { Sent } from '../../src/workspace/rooms/tables.ts';
import { type Hosts, startHosts } from '../hosts/server.ts';
import { findFirefox } from '../run/browsers.ts';
import { extensionDir } from '../run/build.ts';
import { launchFirefox, type RunningFirefox } from './firefox.ts';
import { readRows } from './stage.ts';

describe.skipIf(!findFirefox())('a team in Firefox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-hub-'));
  let hosts: Hosts;
  let hub: Running;
  let running: RunningFirefox;
  beforeAll(async () => {
    hosts = await startHosts();
    hub = await startHub(
      { host: '127.0.0.1', port: 0, folder, address: 'http://127.0.0.1:0', behindProxy: false },
      () => undefined,
    );
    running = await launchFirefox({
      extensionDir: extensionDir('firefox', 'e2e'),
      proxyPort: hosts.proxyPort,
      lang: 'en',
    });
  });
  afterAll(async () => {
    await running?.close();
    await hub?.stop();
    await hosts?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const named = async (page: Page, role: string, name: string) => {
    const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
      timeout: 15_000,
    });
    if (!found) throw new Error(`no ${role} is called ${name}`);
    return found;
  };

  it('is joined by a link, and has what is added on the hub’s disk', async () => {
    const page = await running.page('companion.html#/team');
    await (await named(page, 'textbox', en.joinLink)).type(hub.admin ?? '');
    await (await named(page, 'button', en.joinLook)).click();
    await (await named(page, 'textbox', en.joinName)).type('Fuji');
    await (await named(page, 'button', en.joinButton)).click();
    await named(page, 'heading', en.teamPeople);
    expect(hub.hub.people.here().map(({ name }) => name)).toEqual(['Fuji']);
    const library = await running.page('companion.html#/library');
    await (await named(library, 'button', en.libraryAdd)).click();
    await (await named(library, 'textbox', en.libraryTitleField)).type('Autumn coffee');
    await (await named(library, 'button', en.librarySave)).click();
    await library.waitForSelector('.library-title');
    await expect
      .poll(async () => ((await library.evaluate(readRows, 'sent')) as Sent[]).map(({ state }) => state))
      .toEqual(['sent']);
    const rows = await hub.hub.db.selectFrom('version').select('value').where('root', '=', 'items').execute();
    expect(rows.map(({ value }) => value)).toEqual([expect.stringContaining('Autumn coffee')]);
  });
});

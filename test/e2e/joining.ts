import type { Page } from 'playwright-core';
import en from '#words/en.json' with { type: 'json' };
import { type Running, startHub } from '../../src/hub/start.ts';
import { HUB_CAPABILITIES } from '../../src/hub-sides.ts';
import type { RunningChromium } from './chromium.ts';

/**
 * A real hub on a folder, on loopback. `port`: where it was before; `web`: the built companion that it serves; `links`:
 * whether it makes short links.
 */
export function hubOn(folder: string, { port = 0, web = '', links = false } = {}): Promise<Running> {
  const address = `http://127.0.0.1:${port}`;
  const settings = { host: '127.0.0.1', port, folder, address, web };
  return startHub({ ...settings, links: links ? address : '' }, () => undefined, {
    capabilities: HUB_CAPABILITIES,
  });
}

/**
 * What a person says of figures as they join: who founds decides whether the team is open, who joins an open one agrees.
 * After the page has asked for the name.
 */
async function settlesFigures(page: Page, isOpen: boolean): Promise<void> {
  const [open, agree] = [
    page.getByLabel(en.figuresOpen, { exact: true }),
    page.getByLabel(en.joinFiguresAgree, { exact: true }),
  ];
  // Tests look for people by their names; nobody appears by name unasked.
  await page.getByLabel(en.joinListed, { exact: true }).check();
  if (isOpen && (await open.count()) > 0) await open.check();
  if ((await agree.count()) > 0) await agree.check();
}

/**
 * Joins a team by a link, as a person does: look at it, then join. The team's page, open. `isOpen`: who founds it lets
 * everybody see what each has done.
 */
export async function joins(
  running: RunningChromium,
  link: string,
  name: string,
  { isOpen = false } = {},
): Promise<Page> {
  const page = await running.page('companion.html#/team');
  await page.getByRole('textbox', { name: en.joinLink }).fill(link);
  await page.getByRole('button', { name: en.joinLook }).click();
  await page.getByRole('textbox', { name: en.joinName }).fill(name);
  await settlesFigures(page, isOpen);
  await page.getByRole('button', { name: en.joinButton }).click();
  await page.getByRole('heading', { name: en.teamPeople, exact: true }).waitFor();
  return page;
}

/** Joins by a link in a page of a plain browser, which becomes a device of its own: a companion on the web. */
export async function joinsOnTheWeb(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: en.joinName }).fill(name);
  await settlesFigures(page, false);
  await page.getByRole('button', { name: en.joinButton }).click();
  await page.getByRole('heading', { name: en.teamPeople, exact: true }).waitFor();
}

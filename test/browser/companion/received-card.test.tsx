import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Above, JoinNote } from '../../../entrypoints/companion/web/above.tsx';
import { receivedIn } from '../../../entrypoints/companion/web/received.ts';
import '../../../entrypoints/companion/web/web.css';
import en from '#words/en.json' with { type: 'json' };
import { captures } from '../../../src/capture/tables.ts';
import { profile } from '../../../src/team/profile.ts';
import { JoinPage } from '../../../src/team/views/join/join-page.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { answerFrom } from '../answered.ts';
import { answers } from '../browser-stand-in.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until } from '../stage.tsx';

const SHARED = '?title=Autumn+roast&text=Worth+the+wait+https%3A%2F%2Fshop.example%2Fcups';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await writeSetting(workspace, profile, { ...profile.initial, language: 'en' });
  answerFrom(workspace);
});
afterEach(async () => {
  clear();
  answers.message = () => undefined;
  await workspace.diary.delete();
});

const card = (search = SHARED) => show(<Above page="me" received={receivedIn(search)} />);
const keep = () => page.getByRole('button', { name: en.popupKeep });
const showsStatus = (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words);

describe('what another app shared into this one', () => {
  it('says what it is, and records nothing before a press', async () => {
    await card();
    await expect.element(page.getByRole('heading', { name: 'Autumn roast' })).toBeVisible();
    await expect.element(page.getByText('https://shop.example/cups')).toBeVisible();
    await accessible();
    await narrow();
    expect(await workspace.rows(captures).count()).toBe(0);
  });

  it('is captured by a press, once however often it is pressed', async () => {
    await card();
    await keep().click();
    await showsStatus(en.feedKept);
    await keep().click();
    await until(async () => expect(await workspace.rows(captures).count()).toBe(1));
    const [kept] = await workspace.rows(captures).toArray();
    expect(kept?.read).toMatchObject({ url: 'https://shop.example/cups', title: 'Autumn roast' });
  });

  it('opens the sheet with its link', async () => {
    await card();
    await page.getByRole('button', { name: en.receivedShare }).click();
    await until(() => expect(document.querySelector('[data-musubi-floating="sheet"]')).not.toBeNull());
  });

  it('says what failed in words, and stays to be pressed again', async () => {
    answerFrom(brokenWorkspace());
    await card();
    await keep().click();
    await until(() => expect(page.getByRole('status').element().textContent).not.toBe(''));
    expect(page.getByRole('status').element().textContent).not.toContain('undefined');
    answerFrom(workspace);
    await keep().click();
    await showsStatus(en.feedKept);
  });

  it('without a link among it can only be put away', async () => {
    await card('?text=Just+words');
    await expect.element(page.getByText(en.receivedNoLink)).toBeVisible();
    expect(keep().query()).toBeNull();
    await accessible();
    await page.getByRole('button', { name: en.receivedAway }).click();
    await until(() => expect(document.querySelector('.received')).toBeNull());
  });
});

describe('an invite opened on the web', () => {
  it('names who invites to what before all else', async () => {
    const figures = { mode: 'guarded', few: 5, since: '2026-11' };
    const places = { country: 'JP', group: '', region: '' };
    const look = { by: 'Hana', team: 'Kissa', role: 'member', ...places, figures, next: null, people: 11 };
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(look));
    const invitation = { address: 'https://hub.example', invite: 'i'.repeat(20), secret: 's'.repeat(40) };
    const nothing = () => '';
    const person = { workspace, name: '', device: '', lastShare: null, shown: nothing, onJoined: nothing };
    const root = await show(<JoinPage {...person} invitation={invitation} note={<JoinNote />} />);
    const words = en.joinBy.replace('{name}', 'Hana').replace('{team}', 'Kissa');
    await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
    expect(root.textContent?.indexOf(words)).toBe(0);
    await expect.element(page.getByText(en.webHaveExtension)).toBeVisible();
    await accessible();
    await narrow();
    vi.restoreAllMocks();
  });

  it('explains page and extension, and where it goes for those who have that', async () => {
    await show(<JoinNote />);
    await page.getByText(en.webHaveExtension).click();
    await expect.element(page.getByText(en.webExtension)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: en.joinLink })).toHaveValue(location.href);
    await accessible();
    await narrow();
  });
});

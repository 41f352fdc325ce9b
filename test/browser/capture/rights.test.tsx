import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mayUse } from '../../../src/capture/rights/permission-status.ts';
import { captures } from '../../../src/capture/tables.ts';
import { DetailPage } from '../../../src/capture/views/detail/detail-page.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { capture } from './stored.ts';

let workspace: Workspace;
let copied: string[];
beforeEach(async () => {
  workspace = ownWorkspace();
  copied = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  await wide();
  await workspace.put(captures, capture('a', 1));
  await show(
    <>
      <DetailPage workspace={workspace} id="capture-a" knownTags={[]} siteName={() => 'X'} />
      <Toasts />
    </>,
  );
  await expect.element(page.getByRole('region', { name: 'Permission to use it' })).toBeVisible();
});
afterEach(async () => {
  clear();
  vi.restoreAllMocks();
  await workspace.diary.delete();
});

const stored = async () => {
  const row = await workspace.rows(captures).get('capture-a');
  if (!row) throw new Error('gone');
  return row;
};
const button = (name: string) => page.getByRole('button', { name });
const grant = async () => {
  await button('Record the answer').click();
  await page.getByRole('checkbox', { name: 'reposting with credit' }).click();
  await page.getByRole('textbox', { name: 'What they wrote' }).fill('どうぞ使ってください');
  await button('Record').click();
  await until(async () => expect((await stored()).rights).toBe('granted'));
};

describe('the way to a permission', () => {
  it('offers a request in the language of the post, copies it and records the request', async () => {
    await button('Ask the author').click();
    const request = page.getByRole('textbox', { name: 'Request' });
    await expect.element(request).toHaveValue(expect.stringContaining('あおいさま'));
    await accessible();
    await narrow();
    await wide();
    await button('Copy and note that I asked').click();
    await until(async () => expect((await stored()).rights).toBe('asked'));
    expect(copied).toEqual([(await stored()).permission?.[0]?.words]);
    expect(copied[0]).toContain('https://x.com/aoi/status/a');
  });

  it('notes nothing where the browser copied nothing', async () => {
    vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new Error('refused'));
    await button('Ask the author').click();
    await button('Copy and note that I asked').click();
    await expect.element(page.getByRole('alert').filter({ hasText: 'nothing was noted' })).toBeVisible();
    expect((await stored()).rights).toBe('unasked');
  });

  it('takes no yes without evidence and without what for, and no link that is none', async () => {
    await button('Record the answer').click();
    await button('Record').click();
    await expect
      .element(page.getByText('A permission takes evidence: their words, or a link to them.'))
      .toBeVisible();
    await page.getByRole('textbox', { name: 'Link to it' }).fill('javascript:alert(1)');
    await button('Record').click();
    await expect.element(page.getByText('This is no web address.', { exact: false })).toBeVisible();
    await page.getByRole('textbox', { name: 'Link to it' }).fill('https://x.com/aoi/status/9');
    await button('Record').click();
    await expect.element(page.getByText('Say what for', { exact: false })).toBeVisible();
    await accessible();
    expect((await stored()).permission).toBe(undefined);
    await page.getByRole('checkbox', { name: 'print' }).click();
    await page.getByLabelText('Until (empty: no end)').fill('2099-12-31');
    await button('Record').click();
    await until(async () => expect((await stored()).rights).toBe('granted'));
    await expect.element(page.getByText('The author permitted: print. Until Dec 31, 2099')).toBeVisible();
  });

  it('opens the post by a recorded yes and locks it again when it is taken back, with all of it as history', async () => {
    await grant();
    expect(mayUse(await stored(), 'repost', Date.now())).toBe(true);
    await button('Record a withdrawal').click();
    await accessible();
    await button('Record and lock it').click();
    await until(async () => expect((await stored()).rights).toBe('revoked'));
    expect(mayUse(await stored(), 'repost', Date.now())).toBe(false);
    await expect
      .element(page.getByText('It is view only again: stop using it', { exact: false }))
      .toBeVisible();
    await page.getByText('What was recorded').click();
    await expect.element(page.getByText('どうぞ使ってください')).toBeVisible();
    await accessible();
    await narrow();
  });

  it('begins the conditions with an example, to be changed into what the author wrote', async () => {
    await button('Record the answer').click();
    await button('Start from an example').click();
    const terms = page.getByRole('textbox', { name: 'Conditions' });
    await expect.element(terms).toHaveValue(expect.stringContaining('unchanged'));
    await expect.element(terms).toHaveFocus();
    expect(button('Start from an example').query()).toBeNull();
    await terms.fill('');
    await expect.element(button('Start from an example')).toBeVisible();
    await accessible();
  });

  it('records a no, and can ask again', async () => {
    await button('Record the answer').click();
    await page.getByRole('radio', { name: 'No' }).click();
    await button('Record').click();
    await until(async () => expect((await stored()).rights).toBe('declined'));
    await expect.element(button('Ask again')).toBeVisible();
  });
});

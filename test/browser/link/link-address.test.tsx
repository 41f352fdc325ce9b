import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import { shortLinks } from '../../../src/link/tables.ts';
import { LinkPage } from '../../../src/link/views/link-page.tsx';
import type { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { shortLink } from '../results/kept.ts';
import { clear, ownWorkspace, show, until, wide } from '../stage.tsx';

const ID = 'AbCdEfGhIj0';
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await wide();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});
const name = (id: string) => id;

describe('the card of a link', () => {
  it('shows what its owner chose, and takes no address that is none of a picture', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    await show(<LinkPage workspace={workspace} id={ID} team={null} channelName={name} />);
    await page.getByLabelText(en.linkCardTitle, { exact: true }).fill('Our autumn');
    await page.getByLabelText(en.linkCardPicture, { exact: true }).fill('javascript:alert(1)');
    await page.getByRole('button', { name: en.linkCardSave }).click();
    await expect.element(page.getByText(en.linkCardPictureWrong)).toBeVisible();
    await page.getByLabelText(en.linkCardPicture, { exact: true }).fill('https://a.example/a.jpg');
    await page.getByRole('button', { name: en.linkCardSave }).click();
    await until(async () =>
      expect(await workspace.rows(shortLinks).get(ID)).toMatchObject({
        title: 'Our autumn',
        picture: 'https://a.example/a.jpg',
      }),
    );
  });
});

describe('the address of a link', () => {
  const sent = vi.fn();
  const team = (answer: object, names: 'members' | 'leaders' = 'members') =>
    ({
      member: { role: 'member', rules: { ...USUAL_RULES, names } },
      command: async (command: object) => {
        sent(command);
        return answer;
      },
    }) as unknown as Team;
  const named = (of: Team) => <LinkPage workspace={workspace} id={ID} team={of} channelName={name} />;
  const label = en.linkName.replace('{start}', 'go.kissa.example/');

  it('is chosen by its owner, who reads what is wrong, and is the one that is shown and copied', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    const root = await show(named(team({ ok: true, value: { done: true } })));
    const field = page.getByLabelText(label);
    await field.fill('App');
    await page.getByRole('button', { name: en.linkNameSave }).click();
    await expect.element(page.getByText(en.linkNameReserved)).toBeVisible();
    expect(sent).not.toHaveBeenCalled();
    await field.fill('Autumn-Sale');
    await page.getByRole('button', { name: en.linkNameSave }).click();
    await until(() =>
      expect(root.querySelector('.link-address')?.textContent).toBe('go.kissa.example/autumn-sale'),
    );
    expect(sent).toHaveBeenCalledWith({ do: 'link.name', link: ID, name: 'autumn-sale' });
  });

  it('says whose it is where another has it, and that the team does not let one choose', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    await show(named(team({ ok: false, reason: 'name-taken' })), 'ja');
    await page.getByLabelText(ja.linkName.replace('{start}', 'go.kissa.example/')).fill('autumn');
    await page.getByRole('button', { name: ja.linkNameSave }).click();
    await expect.element(page.getByText(ja.hubNameTaken)).toBeVisible();
    await show(named(team({}, 'leaders')));
    await expect.element(page.getByText(en.linkNameRule)).toBeVisible();
  });
});

import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import ja from '#words/ja.json' with { type: 'json' };
import { NEWEST } from '../../../src/link/click/rules.ts';
import { codeFiles } from '../../../src/link/code-file.ts';
import { hourResponse } from '../../../src/link/hub/hour-response.ts';
import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import { clickDays, shortLinks } from '../../../src/link/tables.ts';
import { LinkPage } from '../../../src/link/views/link-page.tsx';
import { LinksPage } from '../../../src/link/views/links-page.tsx';
import { MePage } from '../../../src/results/views/me/me-page.tsx';
import { OwnReportPage } from '../../../src/results/views/report/own-report-page.tsx';
import type { Team } from '../../../src/team/team.ts';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { clickDay, followedLinks, shortLink, span } from '../results/kept.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

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
const cell = (root: Element, words: string) =>
  [...root.querySelectorAll('tr')]
    .find((row) => row.textContent?.includes(words))
    ?.querySelector('.figure-cell')?.textContent;

describe('one’s own links', () => {
  const links = () => (
    <LinksPage workspace={workspace} days={null} channelName={name} channelOfSource={name} />
  );

  it.each(['en', 'ja', 'zh-CN'])(
    'are listed with who followed them, and what was not counted (%s)',
    async (language) => {
      await followedLinks(workspace);
      const root = await show(links(), language);
      await until(() => expect(root.querySelectorAll('.link-row')).toHaveLength(2));
      const figures = [...root.querySelectorAll('.link-figure')].map((one) => one.textContent);
      expect(figures.map((words) => words?.replace(/\D/g, '')).sort()).toEqual(['0', '8']);
      expect(root.querySelector('.rank .figure-cell + *')).toBeNull();
      expect(root.querySelectorAll('.week-line polyline')).toHaveLength(2);
      await accessible(root);
      root.querySelector('details')?.setAttribute('open', '');
      await accessible(root);
      await narrow();
    },
  );

  it('are searched in any width and order, filtered and sorted, with how each was counted behind its figure', async () => {
    await followedLinks(workspace);
    await workspace.put(shortLinks, shortLink('CbCdEfGhIj0', { title: 'ｶﾌｪ', tags: ['冬'], at: Date.now() }));
    const root = await show(links());
    const names = () => [...root.querySelectorAll('.link-name')].map((one) => one.textContent);
    await until(() => expect(names()).toHaveLength(3));
    const search = page.getByRole('searchbox', { name: en.linkSearch });
    for (const [typed, found] of [
      ['かふぇ', ['ｶﾌｪ']],
      ['#brew', []],
      ['brew  cold', ['Cold brew']],
      ['"cold brew"', ['Cold brew']],
      ['"brew cold"', []],
      ['tag:冬', ['ｶﾌｪ']],
      ['BbCdEfGhIj0', ['Cold brew']],
    ] as const) {
      await search.fill(typed);
      await until(() => expect([typed, names()]).toEqual([typed, [...found]]));
    }
    await search.fill('');
    await page.getByRole('combobox', { name: en.linkState }).selectOptions('paused');
    await until(() => expect(names()).toEqual(['Cold brew']));
    await page.getByRole('combobox', { name: en.linkState }).selectOptions('');
    await page.getByRole('combobox', { name: en.linkSort }).selectOptions('people');
    await until(() => expect(names()[0]).toBe('秋の深煎りができました'));
    await page.getByRole('button', { name: /8 people clicked/ }).click();
    await until(() => expect(cell(document.body, en.clickBot)).toBe('8'));
    await userEvent.keyboard('{Escape}');
  });

  it('give a code only once it was read back as the link, with the company’s mark too', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    const files = await codeFiles('https://go.kissa.example/AbCdEfGhIj0.q', '');
    expect(files?.svg).toContain('<svg');
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 240;
    const context = canvas.getContext('2d');
    context?.fillRect(0, 0, 240, 240);
    const mark = canvas.toDataURL('image/png');
    const marked = await codeFiles('https://go.kissa.example/AbCdEfGhIj0.q', mark);
    expect(marked?.mark).toBe(mark);
    expect((await marked?.png())?.type).toBe('image/png');
    const root = await show(links());
    await page
      .getByRole('button', { name: en.linkCodeOf.replace('{name}', '秋の深煎りができました') })
      .click();
    await expect.element(page.getByRole('button', { name: en.sheetQrPng })).toBeVisible();
    await expect.element(page.getByText(en.linkCodeRead)).toBeVisible();
    await accessible(document.body);
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('.link-code')).toBeNull();
  });

  it('say that there are none, and how there can be some', async () => {
    await show(links());
    await expect.element(page.getByText(en.linksNone)).toBeVisible();
    await accessible();
  });

  it('say it where the diary cannot be read', async () => {
    const broken = brokenWorkspace();
    const root = await show(
      <LinksPage workspace={broken} days={null} channelName={name} channelOfSource={name} />,
    );
    await until(() => expect(root.querySelector('[role=alert]')).not.toBeNull());
  });

  it('take in what others counted, once however often, show it as such, and let it go again', async () => {
    const root = await show(links());
    const file = new File(
      ['link,clicks,date\nbit.ly/abc,12,2026-11-01\nbit.ly/abd,0,2026-11-01\n'],
      'bitly.csv',
    );
    const bring = async () => {
      await until(() => expect(root.querySelector('input[type=file]')).not.toBeNull());
      await userEvent.upload(page.elementLocator(root.querySelector('input[type=file]') as Element), file);
      await page.getByRole('button', { name: en.clicksFileKeep, exact: true }).click();
    };
    await bring();
    await until(async () => expect(await workspace.rows(clickDays).count()).toBe(1));
    await bring();
    await until(() => root.querySelector('details')?.setAttribute('open', ''));
    await expect.element(page.getByText(en.linkImported, { exact: false }).first()).toBeVisible();
    expect(cell(root, en.linkImported)).toBe('12');
    expect(await workspace.rows(clickDays).count()).toBe(1);
    await accessible(root);
    await page.getByRole('button', { name: en.clicksFileDrop.one }).click();
    await until(async () => expect(await workspace.rows(shortLinks).count()).toBe(0));
  });

  it.each([['en', en] as const, ['ja', ja] as const])(
    'that others counted are told apart on Me and in the report (%s)',
    async (language, words) => {
      await followedLinks(workspace);
      const others = { from: 'file', hours: { 12: { human: 20 } } } as const;
      await workspace.put(shortLinks, shortLink('file-1', { from: 'file', nonce: '' }));
      await workspace.put(clickDays, clickDay('file-1', 1, others));
      const links = { counted: () => '#', captures: '#', sites: null, links: '#', report: () => '#' };
      const names = { channelName: name, siteName: name, materialNames: async () => new Map() };
      const props = {
        workspace,
        links,
        ...names,
        kind: 'four',
        own: undefined,
        onSpan: () => undefined,
      } as const;
      const imported = words.meImported.other.replace('{n}', '20');
      const me = await show(<MePage {...props} />, language);
      await until(() => expect(me.querySelector('.me-loud')?.textContent).toContain('28'));
      expect(me.querySelector('.me-headline p')?.textContent).toContain(imported);
      expect(me.querySelectorAll('.funnel-step')[2]?.textContent).toContain(imported);
      await accessible(me);
      await narrow();
      clear();
      const report = await show(<OwnReportPage workspace={workspace} days={span()} {...names} />, language);
      await until(() => expect(cell(report, words.linkImported)).toBe('20'));
      expect(cell(report, words.clickHuman)).toBe('6');
      await accessible(report);
    },
  );

  it('say what is wrong with a file that tells of no clicks', async () => {
    const root = await show(links(), 'ja');
    await until(() => expect(root.querySelector('input[type=file]')).not.toBeNull());
    const file = new File(['name,age\nAnn,7\n'], 'people.csv');
    await userEvent.upload(page.elementLocator(root.querySelector('input[type=file]') as Element), file);
    await expect.element(page.getByText(ja.clicksFileColumns.replace('{file}', 'people.csv'))).toBeVisible();
    expect(await workspace.rows(shortLinks).count()).toBe(0);
  });
});

/** When the hub deletes what it told, UTC ms. */
const LATER = Date.now() + 86_400_000;
const visit = { link: ID, hour: 1, near: 'n', referrer: '', device: 'phone', own: false, qr: false } as const;

/** A team whose hub answers so. */
const asking = (ask: () => Promise<unknown>) =>
  ({ ask, member: { role: 'member', rules: USUAL_RULES } }) as unknown as Team;

describe('a link', () => {
  const link = (team: Team | null = null) => (
    <LinkPage workspace={workspace} id={ID} team={team} channelName={name} />
  );

  it.each(['en', 'ja', 'zh-CN'])(
    'shows its clicks by hour and place, each class with its rule (%s)',
    async (language) => {
      await followedLinks(workspace);
      const root = await show(link(), language);
      await until(() => expect(root.querySelector('.link-people')?.textContent).toMatch(/^8/));
      expect(root.textContent).toContain('news.example');
      expect(root.querySelectorAll('.rank')).toHaveLength(5);
      expect(root.querySelector('.chart .chart-clicked')).not.toBeNull();
      await until(() => expect(root.querySelector('.link-code svg')).not.toBeNull());
      root.querySelector('details')?.setAttribute('open', '');
      await accessible(root);
      await narrow();
    },
  );

  it('opens an hour to its clicks and counts them again here', async () => {
    await followedLinks(workspace);
    const said = hourResponse(
      [
        { ...visit, id: '1', visitor: 'a', word: 'browser' },
        { ...visit, id: '2', visitor: 'a', word: 'browser' },
        { ...visit, id: '3', visitor: 'b', word: 'tool' },
      ],
      NEWEST,
      LATER,
    );
    const ask = vi.fn(async () => ({ ok: true, value: said }));
    const root = await show(link(asking(ask)));
    await until(() => expect(root.querySelector('[aria-expanded]')).not.toBeNull());
    await page.getByRole('button', { name: en.meSeeHow }).first().click();
    await until(() => expect(root.querySelectorAll('.link-clicks tbody tr')).toHaveLength(3));
    await expect.element(page.getByText(en.linkRecounted, { exact: false })).toBeVisible();
    expect(root.textContent).toContain(en.clickWhySameHour);
    expect(root.textContent).toContain(en.wordTool);
    await accessible(root);
    await narrow();
  });

  it('says it where the hub’s figures are not what the clicks add up to', async () => {
    await followedLinks(workspace);
    const said = hourResponse([{ ...visit, id: '1', visitor: 'a', word: 'browser' }], NEWEST, LATER);
    const forged = { ...said, counts: { human: 5 } };
    const root = await show(link(asking(async () => ({ ok: true, value: forged }))));
    await until(() => expect(root.querySelector('[aria-expanded]')).not.toBeNull());
    await page.getByRole('button', { name: en.meSeeHow }).first().click();
    await expect.element(page.getByText(en.linkRecountedOther, { exact: false })).toBeVisible();
  });

  it('shows the clicks that were opened before when the hub is away, and when it said so', async () => {
    await followedLinks(workspace);
    const said = hourResponse([{ ...visit, id: '1', visitor: 'a', word: 'tool' }], NEWEST, LATER);
    const answers = [
      { ok: true, value: said },
      { ok: false, reason: 'away' },
    ];
    const team = asking(async () => answers.shift());
    const opened = async () => {
      const root = await show(link(team));
      await until(() => expect(root.querySelector('[aria-expanded]')).not.toBeNull());
      await page.getByRole('button', { name: en.meSeeHow }).first().click();
      await until(() => expect(root.querySelectorAll('.link-clicks tbody tr')).toHaveLength(1));
      return root;
    };
    const before = en.linkHourBefore.split('{')[0] ?? '';
    expect((await opened()).textContent).not.toContain(before);
    clear();
    const root = await opened();
    expect(root.textContent).toContain(before);
    expect(root.textContent).toContain(en.wordTool);
    await expect.element(page.getByText(en.linkRecounted, { exact: false })).toBeVisible();
    await accessible(root);
    await narrow();
  });

  it('says where its clicks are when the hub is away', async () => {
    await followedLinks(workspace);
    const root = await show(link(asking(async () => ({ ok: false, reason: 'away' }))));
    await until(() => expect(root.querySelector('[aria-expanded]')).not.toBeNull());
    await page.getByRole('button', { name: en.meSeeHow }).first().click();
    await expect.element(page.getByText(en.hubAway)).toBeVisible();
  });

  it('is paused, ended and led elsewhere by its owner, and refuses an address that nobody should be led to', async () => {
    await workspace.put(shortLinks, shortLink(ID));
    await show(link());
    await page.getByRole('button', { name: en.linkPause }).click();
    await until(async () => expect((await workspace.rows(shortLinks).get(ID))?.paused).toBe(true));
    await page.getByLabelText(en.linkTarget, { exact: true }).fill('http://127.0.0.1/');
    await page.getByRole('button', { name: en.linkTargetSave }).click();
    await expect.element(page.getByText(en.linkTargetWrong)).toBeVisible();
    await page.getByLabelText(en.linkTarget, { exact: true }).fill('https://kissa.example/new');
    await page.getByRole('button', { name: en.linkTargetSave }).click();
    await until(async () =>
      expect((await workspace.rows(shortLinks).get(ID))?.target).toBe('https://kissa.example/new'),
    );
    await page.getByLabelText(en.linkUntil, { exact: true }).fill('2027-01-31');
    await until(async () => {
      const { until: end = 0, changed = 0 } = (await workspace.rows(shortLinks).get(ID)) ?? {};
      expect(end).toBe(new Date(2027, 1, 1).getTime());
      expect(changed).toBeGreaterThan(1);
    });
  });
});

describe('a link', () => {
  const lead = async () => {
    await page.getByLabelText(en.linkTarget, { exact: true }).fill('https://kissa.example/new');
    await page.getByRole('button', { name: en.linkTargetSave }).click();
  };
  const end = () => page.getByLabelText(en.linkUntil, { exact: true }).fill('2027-01-31');
  const pause = () => page.getByRole('button', { name: en.linkPause }).click();

  it.each([
    ['target', lead],
    ['end', end],
    ['pause', pause],
  ])('whose %s cannot be stored says so', async (_, change) => {
    await workspace.put(shortLinks, shortLink(ID));
    await show(
      <>
        <LinkPage workspace={workspace} id={ID} team={null} channelName={name} />
        <Toasts />
      </>,
    );
    await expect.element(page.getByRole('button', { name: en.linkTargetSave })).toBeVisible();
    vi.spyOn(workspace, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await change();
    await expect.element(page.getByText(en.failureFull)).toBeVisible();
  });
});

describe('the report', () => {
  it.each(['en', 'ja', 'zh-CN'])(
    'tells the same figures, to print and to take away (%s)',
    async (language) => {
      await followedLinks(workspace);
      const names = {
        channelName: name,
        siteName: name,
        materialNames: async () => new Map([['item-1', '秋の素材']]),
      };
      const root = await show(<OwnReportPage workspace={workspace} days={span()} {...names} />, language);
      await until(() => expect(root.querySelectorAll('.rank').length).toBeGreaterThan(5));
      expect(cell(root, '秋の素材')).toBe('–');
      expect(root.textContent).toContain('秋の深煎りができました');
      await accessible(root);
      await narrow();
    },
  );
});

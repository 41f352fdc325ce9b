import '../../../src/app/companion/companion.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import en from '#words/en.json' with { type: 'json' };
import { shortLinks } from '../../../src/link/tables.ts';
import { LinksPage } from '../../../src/link/views/links-page.tsx';
import { type ShareRow, shares } from '../../../src/share/tables.ts';
import { readUncounted } from '../../../src/share/uncounted-links.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { followedLinks, shortLink } from '../results/kept.ts';
import { accessible, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

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
const sharedLink = (id: string, part: Partial<ShareRow>): ShareRow => ({
  id,
  at: 1,
  code: '7kq2m4x9',
  target: 'https://kissa.example/autumn',
  url: 'https://kissa.example/autumn',
  post: 'x:1',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  title: 'Autumn',
  words: '',
  final: '',
  disclosure: { rule: '', version: 1, text: '', reworded: false, removed: '', hash: '' },
  item: '',
  campaign: '',
  short: '',
  undone: 0,
  ...part,
});

describe('one’s own links in a list', () => {
  const links = () => (
    <LinksPage workspace={workspace} days={null} channelName={name} channelOfSource={name} />
  );

  it.each(['en', 'ja', 'zh-CN'])('show how they stand at every width (%s)', async (language) => {
    const address = `https://go.kissa-of-the-north.example/${ID}`;
    const soon = { until: Date.now() + 86_400_000 };
    const states = [{ paused: true }, { asked: 'https://kissa.example/new' }, { until: 1 }, soon];
    for (const [at, part] of states.entries())
      await workspace.put(shortLinks, shortLink(`${at}bCdEfGhIj0`, { address, ...part }));
    const root = await show(links(), language);
    await until(() => expect(root.querySelectorAll('.virtual .link-row')).toHaveLength(4));
    expect(root.querySelector('.link-heads')?.checkVisibility()).toBe(true);
    await narrow();
    for (const state of root.querySelectorAll('.link-state')) {
      expect(state.checkVisibility()).toBe(true);
      const row = state.closest('.link-about')?.getBoundingClientRect();
      expect(state.getBoundingClientRect().right).toBeLessThanOrEqual(row?.right ?? 0);
      expect(state.getBoundingClientRect().width).toBeGreaterThan(30);
      const short = state.parentElement?.querySelector('.link-short');
      expect(short && getComputedStyle(short).textOverflow).toBe('ellipsis');
      expect(short?.getBoundingClientRect().right).toBeLessThanOrEqual(row?.right ?? 0);
    }
    expect(root.querySelectorAll('.link-state')).toHaveLength(4);
  });

  it('have a heading over each figure, in a line with it', async () => {
    await followedLinks(workspace);
    const root = await show(links());
    await until(() => expect(root.querySelectorAll('.virtual .link-row')).toHaveLength(2));
    const place = (part: string) => root.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
    expect(place('.link-heads .week-line').left).toBeCloseTo(place('.virtual .week-line').left, -1);
    expect(place('.link-head-people').right).toBeCloseTo(place('.virtual .link-figure').right, -1);
  });

  it('are those of own shares where nobody counts, with a dash, and a code', async () => {
    const url = 'https://kissa.example/autumn?ref=7kq2m4x9';
    const other = 'https://kissa.example/winter?ref=7kq2m4x9';
    for (const [id, part] of Object.entries({
      first: { at: 1, url },
      again: { at: 2, url, title: 'Autumn again' },
      undone: { at: 3, url: `${other}&x=1`, undone: 4 },
      short: { at: 3, url: `${other}&x=2`, short: ID },
      other: { at: 3, url: other, title: '' },
    }))
      await workspace.put(shares, sharedLink(id, part));
    const root = await show(
      <LinksPage
        workspace={workspace}
        days={null}
        channelName={name}
        channelOfSource={name}
        readUncounted={() => readUncounted(workspace)}
      />,
    );
    const names = () => [...root.querySelectorAll('.link-name')].map((one) => one.textContent);
    await until(() => expect(names()).toEqual(['kissa.example', 'Autumn again']));
    await expect.element(page.getByText(en.linksAloneAbout)).toBeVisible();
    expect(root.textContent).not.toContain(en.linksNone);
    expect(root.querySelectorAll(`[aria-label="${en.linksNotCounted}"]`)).toHaveLength(2);
    await accessible(root);
    await narrow();
    await page.getByRole('button', { name: en.linkCodeOf.replace('{name}', 'Autumn again') }).click();
    await expect.element(page.getByText(en.linkCodeRead)).toBeVisible();
  });
});

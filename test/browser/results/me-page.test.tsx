import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SpanKind } from '../../../src/activity/span.ts';
import { MePage, type MeProps } from '../../../src/results/views/me/me-page.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { happened, names } from '../activity/figures.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';

let workspace: Workspace;
let chosen: [SpanKind, unknown][] = [];
beforeEach(async () => {
  await wide();
  chosen = [];
  workspace = ownWorkspace();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const links = {
  counted: (type: string, days: { from: number; to: number }) =>
    `#/activity?type=${type}&days=${days.to - days.from + 1}`,
  captures: '#/captures',
  sites: '#/settings',
  links: '#/links',
  report: () => '#/report',
};
const materialNames = async () => new Map([['item-1', '秋の深煎り']]);
const me = (part: Partial<MeProps> = {}) => (
  <MePage
    workspace={workspace}
    kind="four"
    own={undefined}
    onSpan={(kind, own) => chosen.push([kind, own])}
    links={links}
    materialNames={materialNames}
    {...names}
    {...part}
  />
);

async function figures(): Promise<void> {
  await happened(workspace, 'prepared', 8);
  await happened(workspace, 'opened', 6);
  await happened(workspace, 'prepared', 3, { channel: 'line', site: 'page', place: 'asahi-coffee.example' });
  await happened(workspace, 'opened', 2, { channel: 'line', site: 'page', place: 'asahi-coffee.example' });
  await happened(workspace, 'opened', 3, { daysAgo: 30 });
  await happened(workspace, 'captured', 4, { channel: '' });
}
const heading = (root: Element) => root.querySelector('h1')?.textContent ?? '';

describe('Me, the first time', () => {
  it.each([
    ['ja', 'まだ共有はありません。気に入った投稿の結び目を押すと、ここに記録されます。'],
    ['en', 'No shares yet. Press the knot on a post you like, and it will be recorded here.'],
  ])('says so honestly (%s)', async (language, words) => {
    const root = await show(me(), language);
    await until(() => expect(heading(root)).toBe(words));
    expect(root.querySelector('svg.chart, .funnel')).toBeNull();
    await accessible(root);
    await narrow();
  });
  it('tells who waits for it that it is shown', async () => {
    let shown = 0;
    await show(me({ onShown: () => shown++ }));
    await until(() => expect(shown).toBe(1));
  });
});

describe('Me with figures', () => {
  beforeEach(figures);
  it.each([
    ['ja', 'この4週間で、8件の共有を投稿画面まで進めました。', '5件多く'],
    ['en', 'In four weeks, you opened 8 shares.', '5 more than the four weeks before. Most went to X (6).'],
    ['zh-CN', '这四周，你有8 次转发打开了发布页。', '多 5 次'],
  ])('says what came of it in a sentence (%s)', async (language, sentence, more) => {
    const root = await show(me(), language);
    await until(() => expect(heading(root)).toBe(sentence));
    expect(root.querySelector('.me-headline p')?.textContent).toContain(more);
    await accessible(root);
    await narrow();
  });
  it('shows what is counted, and no number where nobody counts', async () => {
    const root = await show(me());
    await until(() => expect(root.querySelectorAll('.funnel-step')).toHaveLength(4));
    const shown = [...root.querySelectorAll('.funnel-figure')].map((figure) => figure.textContent);
    expect(shown).toEqual(['11', '8', '–', '–']);
    const how = [...root.querySelectorAll('.funnel-how')].map((link) => link.getAttribute('href'));
    expect(how).toEqual(['#/activity?type=prepared&days=28', '#/activity?type=opened&days=28']);
    expect(root.querySelector('.me-kept')?.textContent).toContain('4 customer posts');
  });
  it('ranks channels and places, sites by name and pages by host', async () => {
    const root = await show(me());
    await until(() => expect(root.querySelectorAll('.rank')).toHaveLength(2));
    const names = [...root.querySelectorAll('.rank tbody th')].map((cell) => cell.textContent);
    expect(names).toEqual(['X', 'LINE', 'X', 'asahi-coffee.example']);
  });
  it('follows what is recorded while it is open', async () => {
    const root = await show(me());
    await until(() => expect(heading(root)).toContain('8 shares'));
    await happened(workspace, 'opened', 1, { channel: 'hatena' });
    await until(() => expect(heading(root)).toContain('9 shares'));
  });
  it('counts a year by weeks', async () => {
    const root = await show(me({ kind: 'year' }));
    await until(() => expect(root.querySelector('.days h2')?.textContent).toBe('By week'));
    expect(root.querySelectorAll('.day-table tbody tr')).toHaveLength(53);
    expect(heading(root)).toBe('In a year, you opened 11 shares.');
  });
  it('takes any days, and asks for others by date fields', async () => {
    const root = await show(me({ kind: 'any', own: { from: 20_000, to: 20_002 } }));
    await until(() => expect(heading(root)).toContain('there were no shares'));
    const [first] = root.querySelectorAll<HTMLInputElement>('input[type=date]');
    expect(first?.value).toBe('2024-10-04');
    await userEvent.fill(page.getByLabelText('First day'), '2024-10-01');
    await until(() => expect(chosen.at(-1)).toEqual(['any', { from: 19_997, to: 20_002 }]));
  });
  it('asks for another span by arrow keys', async () => {
    const root = await show(me());
    await until(() => expect(root.querySelector('.segmented')).not.toBeNull());
    root.querySelector<HTMLInputElement>('.segmented input:checked')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen).toEqual([['year', undefined]]);
  });
});

describe('the chart', () => {
  beforeEach(figures);
  const bubble = (root: Element) => root.querySelector('.chart-bubble')?.textContent ?? '';
  const opened = async () => {
    const root = await show(me());
    await until(() => expect(root.querySelector('.chart-hit')).not.toBeNull());
    const hit = root.querySelector<HTMLInputElement>('.chart-hit');
    if (!hit) throw new Error('no chart');
    return { root, hit };
  };
  it('draws a bar for every day on which something happened', async () => {
    const { root } = await opened();
    expect(root.querySelectorAll('.chart-opened')).toHaveLength(5);
  });
  it('reads by arrow keys, and says the figures', async () => {
    const { root, hit } = await opened();
    hit.focus();
    await until(() => expect(bubble(root)).toContain('Opened 3'));
    expect(hit.getAttribute('aria-valuetext')).toMatch(/prepared 3, opened 3$/);
    await userEvent.keyboard('{ArrowLeft}');
    await until(() => expect(hit.getAttribute('aria-valuetext')).toMatch(/prepared 3, opened 2$/));
    await userEvent.keyboard('{Escape}');
    await until(() => expect(bubble(root)).toBe(''));
  });
  it('shows the day under the pointer, to the bar', async () => {
    const { root, hit } = await opened();
    const box = hit.getBoundingClientRect();
    await userEvent.hover(hit, { position: { x: (box.width / 28) * 27.5, y: 40 } });
    await until(() => expect(bubble(root)).toContain('Opened 3'));
    await userEvent.hover(hit, { position: { x: (box.width / 28) * 0.5, y: 40 } });
    await until(() => expect(bubble(root)).toContain('Opened 0'));
  });
  it('takes the same bar for a press as for a pointer', async () => {
    const { hit } = await opened();
    const box = hit.getBoundingClientRect();
    for (const index of [0, 13, 27]) {
      await userEvent.click(hit, { position: { x: (box.width / 28) * (index + 0.5), y: 40 } });
      expect(hit.valueAsNumber).toBe(index);
    }
  });
  it('has the same figures as a table one key away', async () => {
    const { root } = await opened();
    const table = root.querySelector<HTMLElement>('.day-table');
    expect(table?.hidden).toBe(true);
    await userEvent.keyboard('t');
    await until(() => expect(table?.hidden).toBe(false));
    expect(root.querySelectorAll('.day-table tbody tr')).toHaveLength(28);
    const newest = [...root.querySelectorAll('.day-table tbody tr:first-child td')].map(
      (cell) => cell.textContent,
    );
    expect(newest).toEqual(['3', '3']);
    await accessible(root);
    await userEvent.keyboard('t');
    await until(() => expect(table?.hidden).toBe(true));
  });
});

describe('Me when the diary cannot be read', () => {
  it.each(['ja', 'en'])('says that nothing was lost, and the way out (%s)', async (language) => {
    const broken = brokenWorkspace();
    const root = await show(me({ workspace: broken }), language);
    await until(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('the disk said no'));
    expect(root.querySelector('[role=alert] button')).not.toBeNull();
    await accessible(root);
    await narrow();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { undo } from '../../../src/activity/diary.ts';
import type { Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { NO_FILTER } from '../../../src/activity/find.ts';
import { ActivityPage, type ActivityProps } from '../../../src/activity/views/activity/activity-page.tsx';
import { Toasts } from '../../../src/ui/toast.tsx';
import type { Workspace } from '../../../src/workspace/open.ts';
import { event } from '../../unit/activity/facts.ts';
import { accessible, brokenWorkspace, clear, narrow, ownWorkspace, show, until, wide } from '../stage.tsx';
import { happened, names } from './figures.ts';

let workspace: Workspace;
let asked: string[] = [];
beforeEach(async () => {
  await wide();
  asked = [];
  workspace = ownWorkspace();
});
afterEach(async () => {
  clear();
  await workspace.diary.delete();
});

const doors = (own: Workspace) => ({
  undo: (one: Event) => undo(own, one.id, Date.now()),
  linkOf: async (one: Event) => {
    asked.push(`link ${one.about}`);
    return null;
  },
  postOf: async (one: Event) => {
    asked.push(`post ${one.post}`);
    return null;
  },
});
const activity = (part: Partial<ActivityProps> = {}) => (
  <>
    <ActivityPage workspace={workspace} ports={doors(part.workspace ?? workspace)} {...names} {...part} />
    <Toasts />
  </>
);
const things = (root: Element) =>
  [...root.querySelectorAll('.event-thing')].map((thing) => thing.textContent);

async function aFew(): Promise<void> {
  await happened(workspace, 'captured', 1, { channel: '', title: '神保町の朝', daysAgo: 9 });
  await happened(workspace, 'prepared', 2, {
    title: 'What we learnt from 400 cups',
    daysAgo: 1,
    channel: 'line',
  });
  await happened(workspace, 'opened', 1, { title: '夕凪の淹れかた' });
}

describe('Activity', () => {
  it.each([
    ['ja', 'まだ記録はありません'],
    ['en', 'Nothing recorded yet'],
  ])('says that there is nothing yet (%s)', async (language, words) => {
    const root = await show(activity(), language);
    await until(() => expect(root.textContent).toContain(words));
    await accessible(root);
    await narrow();
  });
  it.each(['ja', 'en'])(
    'lists what happened, newest first, the thing itself in front (%s)',
    async (language) => {
      await aFew();
      const root = await show(activity(), language);
      await until(() => expect(things(root)).toHaveLength(4));
      expect(things(root)[0]).toBe('夕凪の淹れかた');
      expect(things(root).at(-1)).toBe('神保町の朝');
      const places = [...root.querySelectorAll('li[aria-posinset]')].map((row) =>
        row.getAttribute('aria-posinset'),
      );
      expect(places).toEqual(['1', '2', '3', '4']);
      await accessible(root);
      await narrow();
    },
  );
  it('has rows of 48 px with every action in the tab order', async () => {
    await aFew();
    const root = await show(activity());
    await until(() => expect(things(root)).toHaveLength(4));
    expect(root.querySelector('.event')?.getBoundingClientRect().height).toBe(48);
    const labels = [...(root.querySelector('.event')?.querySelectorAll('button') ?? [])].map(
      (b) => b.ariaLabel,
    );
    expect(labels).toEqual([
      'Go to the post: 夕凪の淹れかた',
      'Copy link: 夕凪の淹れかた',
      'Undo: 夕凪の淹れかた',
    ]);
    root.querySelector<HTMLButtonElement>('.event button')?.focus();
    await userEvent.keyboard('{Enter}{Tab}{Enter}');
    await until(() => expect(asked).toHaveLength(2));
    expect(asked.map((one) => one.split(' ')[0])).toEqual(['post', 'link']);
  });
  it('takes an event back, strikes it through and says so', async () => {
    await aFew();
    const root = await show(activity());
    await until(() => expect(things(root)).toHaveLength(4));
    await userEvent.click(page.getByRole('button', { name: 'Undo: 夕凪の淹れかた' }));
    await until(() => expect(root.querySelector('.event s')?.textContent).toBe('夕凪の淹れかた'));
    await until(() => expect(root.querySelector('.toasts')?.textContent).toContain('It no longer counts'));
    expect(root.querySelector('.event')?.querySelectorAll('button')).toHaveLength(2);
    await accessible(root);
  });
  it('says that nothing changed when taking back fails', async () => {
    await aFew();
    const failing = { ...doors(workspace), undo: () => Promise.reject(new Error('no room left')) };
    const root = await show(activity({ ports: failing }));
    await until(() => expect(things(root)).toHaveLength(4));
    await userEvent.click(page.getByRole('button', { name: 'Undo: 夕凪の淹れかた' }));
    await until(() => expect(root.querySelector('.toasts')?.textContent).toContain('no room left'));
    expect(root.querySelector('.event s')).toBeNull();
  });
  it('shows at once what is recorded elsewhere', async () => {
    await aFew();
    const root = await show(activity());
    await until(() => expect(things(root)).toHaveLength(4));
    await happened(workspace, 'opened', 1, { channel: 'hatena', title: 'Just now', daysAgo: 0 });
    await until(() => expect(things(root)).toContain('Just now'));
    expect(things(root)).toHaveLength(5);
  });
  it('is empty at once where everything is deleted elsewhere, and keeps what was not', async () => {
    await aFew();
    const root = await show(activity());
    await until(() => expect(things(root)).toHaveLength(4));
    const [first] = await workspace.rows(events).toArray();
    await workspace.rows(events).delete(first?.id ?? '');
    await until(() => expect(things(root)).toHaveLength(3));
    await workspace.rows(events).clear();
    await until(() => expect(things(root)).toEqual([]));
    await expect.element(page.getByText('Nothing recorded yet')).toBeVisible();
  });

  it('shows hostile words as words', async () => {
    await happened(workspace, 'opened', 1, { title: '<img src=x onerror=alert(1)>\u202Egnp.exe' });
    const root = await show(activity());
    await until(() => expect(things(root)).toEqual(['<img src=x onerror=alert(1)>\u202Egnp.exe']));
    expect(root.querySelector('img')).toBeNull();
  });
});

describe('searching and filtering', () => {
  beforeEach(aFew);
  it('goes to the search by / and finds as one types', async () => {
    const root = await show(activity());
    await until(() => expect(things(root)).toHaveLength(4));
    await userEvent.keyboard('/');
    await userEvent.keyboard('ＣＵＰＳ');
    await until(() =>
      expect(things(root)).toEqual(['What we learnt from 400 cups', 'What we learnt from 400 cups']),
    );
    await userEvent.keyboard('{Escape}');
    await until(() => expect(things(root)).toHaveLength(4));
  });
  it('says that nothing fits, and the way back', async () => {
    const root = await show(activity(), 'ja');
    await userEvent.fill(page.getByRole('searchbox'), 'zzz');
    await until(() => expect(root.textContent).toContain('当てはまる記録はありません'));
    await accessible(root);
    await narrow();
    await userEvent.click(page.getByRole('button', { name: 'すべて表示' }));
    await until(() => expect(things(root)).toHaveLength(4));
  });
  it.each([
    ['Type', 'captured', 1],
    ['Channel', 'line', 2],
    ['Site', 'x', 4],
  ])('filters by %s', async (label, value, n) => {
    const root = await show(activity());
    await until(() => expect(root.querySelectorAll('option')).toHaveLength(9));
    await userEvent.selectOptions(page.getByLabelText(label), value);
    await until(() => expect(things(root)).toHaveLength(n));
  });
  it('shows the events behind a number, and lets go of them', async () => {
    const first = await workspace.rows(events).orderBy('at').last();
    if (!first) throw new Error('no event');
    const initial = { ...NO_FILTER, from: first.day, to: first.day, counted: true };
    const root = await show(activity({ initial }));
    await until(() => expect(things(root)).toEqual(['夕凪の淹れかた']));
    await userEvent.click(page.getByRole('button', { name: /Remove filter/ }));
    await until(() => expect(things(root)).toHaveLength(4));
  });
});

describe('a long diary', () => {
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      event({ id: `event-${String(i).padStart(6, '0')}`, at: i * 60_000, title: `n${i}.` }),
    );
  it('has few rows in the page and goes on as one scrolls, to the very first event', async () => {
    await workspace.rows(events).bulkAdd(many(3000));
    const root = await show(activity());
    await until(() => expect(things(root)[0]).toBe('n2999.'));
    expect(root.querySelectorAll('.event').length).toBeLessThan(80);
    await until(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      expect(things(root)).toContain('n0.');
    });
    expect(root.querySelectorAll('.event').length).toBeLessThan(80);
    await until(() => expect(root.querySelector('.list-foot')?.textContent).toBe('3,000 records in all'));
  });
});

describe('Activity when the diary cannot be read', () => {
  it.each(['ja', 'en'])('says that nothing was lost, and the way out (%s)', async (language) => {
    const root = await show(activity({ workspace: brokenWorkspace() }), language);
    await until(() => expect(root.querySelector('[role=alert] button')).not.toBeNull());
    await accessible(root);
    await narrow();
  });
});

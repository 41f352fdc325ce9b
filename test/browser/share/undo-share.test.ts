import { afterEach, beforeEach, expect, it } from 'vitest';
import { record } from '../../../src/activity/diary.ts';
import { events } from '../../../src/activity/events.ts';
import { bitsOf, marks } from '../../../src/activity/mark.ts';
import { readStats } from '../../../src/activity/stats.ts';
import { type ShareRow, shares } from '../../../src/share/tables.ts';
import { takeBackShare } from '../../../src/share/undo-share.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { event } from '../../unit/activity/facts.ts';
import { ownWorkspace } from '../stage.tsx';

const link: ShareRow = {
  id: 'link-0001',
  at: 1,
  code: 'k7q2m',
  target: 'https://shop.example/',
  url: 'https://shop.example/?ref=k7q2m',
  post: 'x:1',
  site: 'x',
  place: 'x.com',
  channel: 'x',
  title: 'A cup of tea',
  words: '',
  final: 'https://shop.example/?ref=k7q2m',
  disclosure: { rule: 'none', version: 1, text: '', reworded: false, removed: '', hash: '' },
  item: '',
  campaign: '',
  short: '',
  undone: 0,
};
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await workspace.put(shares, link);
  await record(workspace, event());
  await record(workspace, event({ id: 'event-0002', type: 'opened' }));
  await record(workspace, event({ id: 'event-0003', about: 'link-0002', post: 'x:2' }));
});
afterEach(() => workspace.diary.delete());

it('takes a share back with its link, its opening and its mark, and no other', async () => {
  expect(await takeBackShare(workspace, 'link-0001', 9)).toBe(true);
  expect((await workspace.rows(shares).get('link-0001'))?.undone).toBe(9);
  expect((await workspace.rows(events).toArray()).map(({ undone }) => undone)).toEqual([9, 9, 0]);
  expect(bitsOf(await workspace.rows(marks).get('x:1'))).toBe(0);
  const { prepared, opened } = (await readStats(workspace, 20_717, 20_717)).totals;
  expect([prepared, opened]).toEqual([1, 0]);
});
it('takes it back once', async () => {
  await takeBackShare(workspace, 'link-0001', 9);
  expect(await takeBackShare(workspace, 'link-0001', 12)).toBe(false);
  expect((await workspace.rows(shares).get('link-0001'))?.undone).toBe(9);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../../src/activity/diary.ts';
import { dayOf, startOfDay } from '../../../src/activity/event.ts';
import { setAside } from '../../../src/draft/drafts.ts';
import { paceSetting } from '../../../src/draft/pace.ts';
import { pauseFor } from '../../../src/draft/posting-limits.ts';
import { share } from '../../../src/share/share.ts';
import { keepDraft } from '../../../src/share/sheet-facts.ts';
import { type Draft, drafts } from '../../../src/share/tables.ts';
import { newId } from '../../../src/workspace/ids.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { post } from '../capture/stored.ts';
import { relate } from '../share/relate.ts';
import { ownWorkspace } from '../stage.tsx';

let workspace: Workspace;
const quiet = { on: false, from: 0, to: 0 };
const noon = startOfDay(dayOf(Date.now())) + 12 * 3_600_000;
beforeEach(async () => {
  workspace = ownWorkspace();
  await relate(workspace);
});
afterEach(() => workspace.diary.delete());

const choice = (channel: string, part = {}) => ({
  channel,
  target: '',
  words: '',
  disclosure: null,
  removed: '',
  instance: '',
  ...part,
});
const opened = (id: string, at: number, channel = 'x') =>
  record(workspace, {
    id: newId(),
    at,
    day: dayOf(at),
    type: 'opened',
    site: 'x',
    place: 'x.com',
    channel,
    post: `x:${id}`,
    about: newId(),
    title: '',
    undone: 0,
  });
const requestFor = (id: string, channel: string | null = null) => ({
  at: noon,
  post: post(id),
  choice: channel === null ? null : choice(channel),
});

describe('one’s own pace', () => {
  it('holds nothing back until it is set', async () => {
    for (let i = 0; i < 30; i += 1) await opened(`${i}`, noon - i);
    expect(await pauseFor(workspace, requestFor('new'))).toBeNull();
  });

  it('counts what went out today, and lets the same post through once more', async () => {
    await writeSetting(workspace, paceSetting, { cap: 2, quiet });
    await opened('1', noon - 5);
    await opened('yesterday', noon - 24 * 3_600_000);
    expect(await pauseFor(workspace, requestFor('new'))).toBeNull();
    await opened('2', noon - 3);
    expect(await pauseFor(workspace, requestFor('new'))).toMatchObject({ why: 'cap' });
    expect(await pauseFor(workspace, requestFor('2'))).toBeNull();
    expect(await pauseFor(workspace, requestFor('2', 'bluesky'))).toMatchObject({ why: 'cap' });
    expect(await pauseFor(workspace, requestFor('new', 'qr'))).toBeNull();
  });

  it('holds the same post back in the quiet hours all the same', async () => {
    await writeSetting(workspace, paceSetting, { cap: 1, quiet: { on: true, from: 11 * 60, to: 13 * 60 } });
    await opened('1', noon - 5);
    expect(await pauseFor(workspace, requestFor('1'))).toEqual({ why: 'quiet', until: noon + 3_600_000 });
  });
});

describe('setting aside', () => {
  const rows = () => workspace.rows(drafts).toArray() as Promise<Draft[]>;
  const read = post('1', { links: ['https://shop.example/a'] });

  it('keeps the post and what was chosen; again it changes the reminder alone', async () => {
    await setAside(workspace, { post: read, choice: choice('bluesky', { words: 'w' }), at: 5, remind: 900 });
    expect(await rows()).toMatchObject([
      { post: 'x:1', channel: 'bluesky', words: 'w', read, remind: 900, aside: 5 },
    ]);
    await setAside(workspace, { post: read, choice: null, at: 9, remind: 0 });
    expect(await rows()).toMatchObject([{ channel: 'bluesky', words: 'w', remind: 0, aside: 5, at: 9 }]);
  });

  it('of one click takes the usual channel and the post’s own link', async () => {
    await setAside(workspace, { post: read, choice: null, at: 5, remind: 0 });
    expect(await rows()).toMatchObject([{ channel: 'x', target: 'https://shop.example/a', words: '' }]);
  });

  it('outlives the words being emptied and a QR code shown, and ends with the share', async () => {
    await setAside(workspace, { post: read, choice: choice('x', { words: 'w' }), at: 5, remind: 900 });
    const { post: key, at, channel, target, disclosure, removed } = (await rows())[0] as Draft;
    const written = { post: key, at, channel, target, words: '', disclosure, removed };
    await keepDraft(workspace, written, read, false);
    expect(await rows()).toMatchObject([{ words: '', remind: 900, aside: 5 }]);
    await share(workspace, { id: newId(), at: noon, post: read, choice: choice('qr') }, 'en');
    expect(await rows()).toHaveLength(1);
    await share(workspace, { id: newId(), at: noon, post: read, choice: choice('x') }, 'en');
    expect(await rows()).toEqual([]);
  });

  it('leaves what was only begun to be thrown away once it is empty', async () => {
    const written = {
      post: 'x:1',
      at: 1,
      channel: 'x',
      target: '',
      words: 'w',
      disclosure: null,
      removed: '',
    };
    await keepDraft(workspace, written, read, true);
    expect(await rows()).toMatchObject([{ words: 'w', aside: 0, remind: 0, read }]);
    await keepDraft(workspace, { ...written, words: '' }, read, false);
    expect(await rows()).toEqual([]);
  });
});

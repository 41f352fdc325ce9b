import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../../src/activity/events.ts';
import type { ShareChoice } from '../../../src/share/messages.ts';
import { share } from '../../../src/share/share.ts';
import { drafts, preferences, shares } from '../../../src/share/tables.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { readSetting, writeSetting } from '../../../src/workspace/setting.ts';
import { ownWorkspace } from '../stage.tsx';
import { aPost } from './foreign-page.ts';
import { relate } from './relate.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  await relate(workspace);
});
afterEach(() => workspace.diary.delete());

const post = aPost();
const choice = (part: Partial<ShareChoice> = {}): ShareChoice => ({
  channel: 'x',
  target: post.url,
  words: '夕凪',
  disclosure: null,
  removed: '',
  instance: '',
  ...part,
});
const asking = (part: Partial<ShareChoice> | null, id = 'share-0001') =>
  share(workspace, { id, at: 1_790_000_000_000, post, choice: part && choice(part) }, 'ja');
const storedShares = () => workspace.rows(shares).toArray();

describe('a share requested again by its id', () => {
  it('is the same share, word for word', async () => {
    const first = await asking({});
    expect(await asking({})).toEqual(first);
    expect(await storedShares()).toHaveLength(1);
  });

  it('answers from the record, whatever else the request holds', async () => {
    const first = await asking({});
    for (const other of [
      { words: 'ほかのことば' },
      { channel: 'bluesky' },
      { channel: 'mastodon', instance: 'fedi.example' },
      { words: 'あ'.repeat(5000) },
      { target: 'javascript:alert(1)' },
      { channel: 'gone-network' },
      null,
    ])
      expect(await asking(other)).toEqual(first);
    expect((await storedShares()).map(({ final }) => final)).toEqual([first.ok && first.prepared.text]);
    expect(await workspace.rows(events).toArray()).toHaveLength(1);
    expect((await readSetting(workspace, preferences)).instances).toBeUndefined();
  });

  it('answers both with what was written first, where two come at once', async () => {
    const [one, two] = await Promise.all([asking({ words: 'ひとつめ' }), asking({ words: 'ふたつめ' })]);
    const [link] = await storedShares();
    expect(one.ok && one.prepared.text).toBe(link?.final);
    expect(two).toEqual(one);
    expect(await workspace.rows(events).toArray()).toHaveLength(1);
  });

  it('leaves the draft alone that was begun since', async () => {
    await asking({});
    const { channel, target, words, disclosure, removed } = choice({ words: '次' });
    const draft = { post: post.key, at: 2, channel, target, words, disclosure, removed };
    await workspace.put(drafts, { ...draft, read: null, remind: 0, aside: 0 });
    await asking({});
    expect(await workspace.rows(drafts).toArray()).toHaveLength(1);
  });

  it('keeps its window on the instance it went to', async () => {
    const first = await asking({ channel: 'misskey', instance: 'note.example' });
    expect(first.ok && first.prepared.window).toMatch(/^https:\/\/note\.example\/share\?/);
    expect(await asking({ channel: 'x' })).toEqual(first);
  });
});

describe('an instance', () => {
  it('is requested once a network, and remembered apart', async () => {
    expect(await asking({ channel: 'misskey' })).toEqual({ ok: false, reason: 'instance' });
    await writeSetting(workspace, preferences, { channels: ['misskey'], instance: 'old.example' });
    expect(await asking({ channel: 'misskey' })).toEqual({ ok: false, reason: 'instance' });
    await asking({ channel: 'misskey', instance: '@me@Note.example' });
    const masto = await asking({ channel: 'mastodon' }, 'share-0002');
    expect(masto.ok && masto.prepared.window).toMatch(/^https:\/\/old\.example\/share\?/);
    const again = await asking(null, 'share-0003');
    expect(again.ok && again.prepared.window).toMatch(/^https:\/\/note\.example\/share\?/);
  });
});

it('a picture of the post goes to a network that takes one', async () => {
  const media = [{ kind: 'image' as const, url: 'https://pic.example/a.jpg', alt: '', width: 1, height: 1 }];
  const made = await share(
    workspace,
    { id: 'share-0009', at: 1, post: { ...post, media }, choice: choice({ channel: 'pinterest' }) },
    'ja',
  );
  const address = made.ok ? new URL(made.prepared.window ?? '') : null;
  expect(address?.searchParams.get('media')).toBe('https://pic.example/a.jpg');
  expect(address?.searchParams.get('description')).toBe('私の勤める会社についての投稿です。 夕凪');
});

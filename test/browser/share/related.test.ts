import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Messages } from '../../../src/app/messages.ts';
import { shares } from '../../../src/share/tables.ts';
import { profile } from '../../../src/team/profile.ts';
import { asking } from '../../../src/workspace/ask.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { changeSetting } from '../../../src/workspace/setting.ts';
import { answerFrom } from '../answered.ts';
import { ownWorkspace } from '../stage.tsx';
import { aPost } from './foreign-page.ts';

const ask = asking<Messages>();
let workspace: Workspace;
beforeEach(async () => {
  workspace = ownWorkspace();
  const known = { company: 'Asahi', country: 'US' as const, language: 'en' as const };
  await changeSetting(workspace, profile, (before) => ({ ...before, ...known }));
  answerFrom(workspace);
});
afterEach(() => workspace.diary.delete());

const post = aPost({
  url: 'https://x.com/mill/status/1',
  author: { name: 'Mill', handle: '@mill', url: '' },
  links: ['https://files.example/a.pdf?X-Amz-Expires=60&X-Amz-Signature=abc'],
});
const share = async (id: string) => {
  const answered = await ask('share.now', { id, at: 1, post, choice: null });
  if (!answered.ok) throw new Error(answered.detail);
  return answered.value;
};
const rows = () => workspace.rows(shares).toArray();

it('one click says its relation in the person’s language; one press takes the other, and is remembered', async () => {
  expect(await share('share-0001')).toEqual({ ok: false, reason: 'relation' });
  await ask('relation.answer', { post, isEmployers: false, named: '', at: 1 });
  const first = await share('share-0001');
  expect(first).toMatchObject({
    ok: true,
    prepared: {
      related: {
        words: expect.stringContaining('not your employer’s'),
        changed: { employer: true, earns: false },
      },
    },
  });
  // A signed address stays to the letter, and is said to expire.
  expect(first.ok && first.prepared.related?.words).toContain('stop working');
  expect((await rows())[0]?.url).toBe(post.links[0]);
  const changed = { employer: true, earns: false };
  const second = await ask('share.related', {
    id: 'share-0002',
    of: 'share-0001',
    at: 2,
    post,
    relation: changed,
  });
  expect(second).toMatchObject({ ok: true, value: { prepared: { relation: changed } } });
  const [before, after] = await rows();
  expect(before?.undone).toBe(2);
  expect(after).toMatchObject({ undone: 0, disclosure: { text: 'I work at Asahi', relation: changed } });
  expect(await share('share-0003')).toMatchObject({ prepared: { relation: changed } });
});

it('a share is taken back by its id, once', async () => {
  await ask('relation.answer', { post, isEmployers: true, named: '', at: 1 });
  await share('share-0001');
  expect(await ask('share.undo', { id: 'share-0001', at: 5 })).toEqual({ ok: true, value: true });
  expect((await rows())[0]?.undone).toBe(5);
  expect(await ask('share.undo', { id: 'share-0001', at: 6 })).toEqual({ ok: true, value: false });
});

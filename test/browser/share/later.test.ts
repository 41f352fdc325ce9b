import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Draft, drafts, shares } from '../../../src/share/tables.ts';
import { toMomentField } from '../../../src/ui/moments.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { answers } from '../browser-stand-in.ts';
import { until, wide } from '../stage.tsx';
import {
  aPost,
  background,
  buttonNamed,
  feedPage,
  leave,
  main,
  note,
  one,
  opening,
  outside,
} from './foreign-page.ts';

let near: HTMLButtonElement;
let workspace: Workspace;
beforeEach(async () => {
  await wide();
  outside();
  near = feedPage();
  workspace = await background();
});
afterEach(leave);

const rows = () => workspace.rows(drafts).toArray() as Promise<Draft[]>;
const later = async (): Promise<void> => {
  await userEvent.click(buttonNamed('あとで仕上げる'));
  await until(() => void one('.later'));
};

test('the sheet sets a share aside with a reminder, with all that was written', async () => {
  await opening(aPost(), near);
  await userEvent.fill(one<HTMLTextAreaElement>('textarea'), '夕凪、試飲しました');
  await later();
  const at = Math.ceil((Date.now() + 3_600_000) / 60_000) * 60_000;
  await userEvent.fill(one<HTMLInputElement>('.later input'), toMomentField(at));
  await userEvent.click(buttonNamed('この日時に知らせる'));
  await until(() => expect(note()).toContain('お知らせします'));
  expect(await rows()).toMatchObject([
    { post: aPost().key, words: '夕凪、試飲しました', remind: at, read: aPost() },
  ]);
  expect((await rows())[0]?.aside).toBeGreaterThan(0);
  expect(await workspace.rows(shares).count()).toBe(0);
});

test('a share can be set aside with no words and no reminder, and typing on keeps it aside', async () => {
  await opening(aPost(), near);
  await later();
  await userEvent.click(buttonNamed('お知らせなし'));
  await until(() => expect(note()).toContain('下書き'));
  expect(await rows()).toMatchObject([{ words: '', remind: 0 }]);
  await userEvent.fill(one<HTMLTextAreaElement>('textarea'), 'もう少し');
  await until(async () => expect(await rows()).toMatchObject([{ words: 'もう少し' }]));
  expect((await rows())[0]?.aside).toBeGreaterThan(0);
});

test('the person’s own pace asks in the sheet; once they say so it goes out', async () => {
  const answer = answers.message;
  const held = {
    until: Date.now() + 9_000_000,
    words: '静かな時間です',
    anyway: 'それでも',
    later: 'あとで',
  };
  const said: (boolean | undefined)[] = [];
  answers.message = async (message) => {
    const { name, ask } = message as { name: string; ask: { anyway?: boolean } };
    if (name === 'share.now') said.push(ask.anyway);
    const pause = { ok: true, value: { ok: false, reason: 'pace', held } };
    return name === 'share.now' && !ask.anyway ? pause : answer(message);
  };
  await opening(aPost(), near);
  await userEvent.click(main());
  await until(() => expect(note()).toBe('静かな時間です'));
  expect(await workspace.rows(shares).count()).toBe(0);
  await userEvent.click(buttonNamed('あとで'));
  await until(async () => expect((await rows()).map(({ remind }) => remind)).toEqual([held.until]));
  await userEvent.click(main());
  await until(() => expect(note()).toBe('静かな時間です'));
  await userEvent.click(buttonNamed('それでも'));
  await until(async () => expect(await workspace.rows(shares).count()).toBe(1));
  expect(said).toEqual([false, false, true]);
  expect(await rows()).toEqual([]);
});

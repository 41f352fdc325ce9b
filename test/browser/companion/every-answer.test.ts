import { afterEach, beforeEach, expect, it } from 'vitest';
import { handlers } from '../../../entrypoints/background/answers.ts';
import { MESSAGES } from '../../../src/app/declared.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { ownWorkspace } from '../stage.tsx';

let workspace: Workspace;
beforeEach(() => {
  workspace = ownWorkspace();
});
afterEach(() => workspace.diary.delete());

it('has one answer of the background to each message that a folder declares, and no other', () => {
  const answered = handlers(workspace).map(({ declaration }) => declaration.name);
  expect(answered.toSorted()).toEqual(MESSAGES.map(({ name }) => name).toSorted());
});

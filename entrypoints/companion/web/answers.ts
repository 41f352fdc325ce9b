import { diaryAnswers } from '../../../src/app/answers/diary-answers.ts';
import { readBadge } from '../../../src/app/badge.ts';
import { readLanguage } from '../../../src/team/language.ts';
import { type Answering, answering } from '../../../src/workspace/answer.ts';
import { appOpen, languageChanged } from '../../../src/workspace/messages.ts';
import type { Workspace } from '../../../src/workspace/open.ts';

/** Due drafts or new clicks on the installed app's icon, where supported. */
export async function showBadge(workspace: Workspace): Promise<void> {
  const { badge } = await readBadge(workspace, Date.now());
  await navigator.setAppBadge?.(badge?.n ?? 0);
}

/** The companion on the web answers itself: the diary's part of the background. */
export function answers(workspace: Workspace): Answering[] {
  const language = () => readLanguage(workspace);
  return [
    ...diaryAnswers({ workspace, language, look: () => showBadge(workspace) }),
    answering(languageChanged, () => Promise.resolve(true)),
    answering(appOpen, ({ page }) => {
      location.hash = `#/${page}`;
      return Promise.resolve(true);
    }),
  ];
}

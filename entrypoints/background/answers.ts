import { browser } from 'wxt/browser';
import { diaryAnswers } from '../../src/app/answers/diary-answers.ts';
import { actingWordsFile } from '../../src/feed/packaged-files.ts';
import { injectOpenTabs, registerFeeds } from '../../src/feed/register-scripts.ts';
import { pageRead } from '../../src/post/messages.ts';
import { buttons } from '../../src/team/buttons.ts';
import { readLanguage } from '../../src/team/language.ts';
import { type Answering, answering, type Sender } from '../../src/workspace/answer.ts';
import { appOpen, feedActing, feedsChanged, languageChanged } from '../../src/workspace/messages.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { readActiveTab } from './active-tab.ts';
import { speakEverywhere } from './language.ts';
import { lookAtReminders } from './reminders.ts';
import { sheets } from './sheet-answers.ts';

/** Runs some of our scripts in the sender's frame. */
async function runIn(sender: Sender, files: readonly string[]): Promise<boolean> {
  if (sender.tab === null) return false;
  await browser.scripting.executeScript({
    target: { tabId: sender.tab, frameIds: [sender.frame] },
    // The build's types do not list these scripts.
    files: files as ['/background.js'],
  });
  return true;
}

/** Which buttons the person wants on each site. */
export const shownOf = (workspace: Workspace) => readSetting(workspace, buttons);

function pages(workspace: Workspace): Answering[] {
  return [
    answering(feedActing, async (_, sender) => {
      const words = actingWordsFile(await readLanguage(workspace));
      return runIn(sender, [`/${words}`, '/feed-acting.js']);
    }),
    answering(appOpen, async ({ page }) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/')}companion.html#/${page}` });
      return true;
    }),
    answering(pageRead, () => readActiveTab()),
    answering(languageChanged, async () => {
      await speakEverywhere(await readLanguage(workspace), await shownOf(workspace));
      await lookAtReminders(workspace, await readLanguage(workspace));
      return true;
    }),
    answering(feedsChanged, async () => {
      const [language, shown] = [await readLanguage(workspace), await shownOf(workspace)];
      await registerFeeds(language, shown);
      await injectOpenTabs(language, shown);
      return true;
    }),
  ];
}

/** The background's answer to each message. Only wires capabilities together. */
export function handlers(workspace: Workspace): Answering[] {
  const language = () => readLanguage(workspace);
  const look = async () => lookAtReminders(workspace, await language());
  return [...diaryAnswers({ workspace, language, look }), ...pages(workspace), ...sheets(language)];
}

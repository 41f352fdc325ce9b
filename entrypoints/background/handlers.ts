import { browser } from 'wxt/browser';
import { countReading, healthRead } from '../../src/activity/health.ts';
import { marksAll, marksRead } from '../../src/activity/messages.ts';
import { allBits, bitsFor, tellMarks } from '../../src/activity/tell.ts';
import { takeBack } from '../../src/capture/keep.ts';
import { captureKeep, captureUndo } from '../../src/capture/messages.ts';
import { captures } from '../../src/capture/tables.ts';
import { injectOpenTabs, registerFeeds } from '../../src/feed/register.ts';
import { pageRead } from '../../src/post/messages.ts';
import { settled } from '../../src/post/settle.ts';
import { shareDraft, shareNow, shareOpened, shareSheet } from '../../src/share/messages.ts';
import { opened, share } from '../../src/share/share.ts';
import { keepDraft, sheetFacts } from '../../src/share/sheet-facts.ts';
import { buttons } from '../../src/team/buttons.ts';
import { type Language, nearestLanguage, profile } from '../../src/team/profile.ts';
import { type Answering, answering, type Sender } from '../../src/workspace/answer.ts';
import {
  appOpen,
  feedActing,
  feedsChanged,
  languageChanged,
  sheetOpen,
} from '../../src/workspace/messages.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { readActiveTab } from './active-tab.ts';
import { drafting, heldBack } from './drafting.ts';
import { keepPost } from './keeping.ts';
import { speakEverywhere } from './language.ts';
import { lookAtReminders } from './reminders.ts';

/** Runs one of our scripts in the frame that asked. */
async function runIn(sender: Sender, file: string): Promise<boolean> {
  if (sender.tab === null) return false;
  await browser.scripting.executeScript({
    target: { tabId: sender.tab, frameIds: [sender.frame] },
    // The names that the builder knows leave out scripts that it lists nowhere.
    files: [file as '/background.js'],
  });
  return true;
}

/** Which buttons the person wants on each site. */
export const shownOf = (workspace: Workspace) => readSetting(workspace, buttons);

/** The language the person chose, else the nearest to the browser's. */
export async function languageOf(workspace: Workspace): Promise<Language> {
  const { language } = await readSetting(workspace, profile);
  return language || nearestLanguage([browser.i18n.getUILanguage()]);
}

function sharing(workspace: Workspace, look: () => Promise<void>): Answering[] {
  return [
    answering(shareNow, async (asked) => {
      const whole = { ...asked, post: settled(asked.post) };
      const language = await languageOf(workspace);
      const held = await heldBack(workspace, asked, language);
      if (held) return held;
      const shared = await share(workspace, whole, language);
      // The other tabs and the reminders hear of it after the person's own page has its answer.
      if (shared.ok) void tellMarks(workspace, [asked.post.key]).then(() => look());
      return shared;
    }),
    answering(shareOpened, ({ id, at }) => opened(workspace, id, at)),
    answering(shareSheet, async ({ post }) =>
      sheetFacts(workspace, settled(post), await languageOf(workspace)),
    ),
    answering(shareDraft, async ({ draft, post, keep: kept }) => {
      await keepDraft(workspace, draft, settled(post), kept);
      return true;
    }),
  ];
}

function keeping(workspace: Workspace): Answering[] {
  return [
    answering(captureKeep, ({ id, post, at }) => keepPost(workspace, id, settled(post), at)),
    answering(captureUndo, async ({ id, at }) => {
      const capture = await workspace.rows(captures).get(id);
      const undone = await takeBack(workspace, id, at);
      if (capture) void tellMarks(workspace, [capture.post]);
      return undone;
    }),
  ];
}

function pages(workspace: Workspace): Answering[] {
  return [
    answering(marksRead, async ({ posts }) => ({
      marks: await bitsFor(workspace, posts),
    })),
    answering(marksAll, async ({ site }) => ({ marks: await allBits(workspace, site) })),
    answering(healthRead, async (reading) => {
      await countReading(workspace, reading);
      return true;
    }),
    answering(sheetOpen, (_, sender) => runIn(sender, '/sheet.js')),
    answering(feedActing, (_, sender) => runIn(sender, '/feed-acting.js')),
    answering(appOpen, async ({ page }) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/')}companion.html#/${page}` });
      return true;
    }),
    answering(pageRead, () => readActiveTab()),
    answering(languageChanged, async () => {
      await speakEverywhere(await languageOf(workspace), await shownOf(workspace));
      await lookAtReminders(workspace, await languageOf(workspace));
      return true;
    }),
    answering(feedsChanged, async () => {
      const [language, shown] = [await languageOf(workspace), await shownOf(workspace)];
      await registerFeeds(language, shown);
      await injectOpenTabs(language, shown);
      return true;
    }),
  ];
}

/** What the background does for each message. It only puts the capabilities together. */
export function handlers(workspace: Workspace): Answering[] {
  const language = () => languageOf(workspace);
  const look = async () => lookAtReminders(workspace, await language());
  return [
    ...sharing(workspace, look),
    ...drafting(workspace, language, look),
    ...keeping(workspace),
    ...pages(workspace),
  ];
}

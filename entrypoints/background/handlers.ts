import { browser } from 'wxt/browser';
import { countReading, healthRead } from '../../src/activity/health.ts';
import { marksAll, marksRead } from '../../src/activity/messages.ts';
import { allBits, bitsFor, tellMarks } from '../../src/activity/tell.ts';
import { keep, takeBack } from '../../src/capture/keep.ts';
import { captureKeep, captureUndo } from '../../src/capture/messages.ts';
import { fetchPictures } from '../../src/capture/pictures.ts';
import { captures } from '../../src/capture/tables.ts';
import { pageRead } from '../../src/post/messages.ts';
import { settled } from '../../src/post/settle.ts';
import { shareDraft, shareNow, shareOpened, shareSheet } from '../../src/share/messages.ts';
import { opened, share } from '../../src/share/share.ts';
import { keepDraft, sheetFacts } from '../../src/share/sheet-facts.ts';
import { type Language, nearestLanguage, profile } from '../../src/team/profile.ts';
import { type Answering, answering } from '../../src/workspace/answer.ts';
import { appOpen, languageChanged, sheetOpen } from '../../src/workspace/messages.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { readActiveTab } from './active-tab.ts';
import { speakEverywhere } from './language.ts';

/** The language the person chose, else the nearest to the browser's. */
export async function languageOf(workspace: Workspace): Promise<Language> {
  const { language } = await readSetting(workspace, profile);
  return language || nearestLanguage([browser.i18n.getUILanguage()]);
}

function sharing(workspace: Workspace): Answering[] {
  return [
    answering(shareNow, async (asked) => {
      const whole = { ...asked, post: settled(asked.post) };
      const shared = await share(workspace, whole, await languageOf(workspace));
      // The other tabs hear of it after the person's own page has its answer.
      if (shared.ok) void tellMarks(workspace, [asked.post.key]);
      return shared;
    }),
    answering(shareOpened, ({ id, at }) => opened(workspace, id, at)),
    answering(shareSheet, async ({ post }) =>
      sheetFacts(workspace, settled(post), await languageOf(workspace)),
    ),
    answering(shareDraft, async ({ draft, keep: kept }) => {
      await keepDraft(workspace, draft, kept);
      return true;
    }),
  ];
}

function keeping(workspace: Workspace): Answering[] {
  return [
    answering(captureKeep, async ({ id, post, at }) => {
      const kept = await keep(workspace, id, settled(post), at);
      const capture = await workspace.rows(captures).get(kept.id);
      if (capture) void fetchPictures(workspace, capture);
      void tellMarks(workspace, [post.key]);
      return kept;
    }),
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
    answering(sheetOpen, async (_, sender) => {
      if (sender.tab === null) return false;
      await browser.scripting.executeScript({
        target: { tabId: sender.tab, frameIds: [sender.frame] },
        files: ['/sheet.js' as '/background.js'],
      });
      return true;
    }),
    answering(appOpen, async ({ page }) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/')}companion.html#/${page}` });
      return true;
    }),
    answering(pageRead, () => readActiveTab()),
    answering(languageChanged, async () => {
      await speakEverywhere(await languageOf(workspace));
      return true;
    }),
  ];
}

/** What the background does for each message. It only puts the capabilities together. */
export function handlers(workspace: Workspace): Answering[] {
  return [...sharing(workspace), ...keeping(workspace), ...pages(workspace)];
}

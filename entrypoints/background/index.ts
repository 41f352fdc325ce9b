import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { TABLES } from '../../src/app/declared.ts';
import { resumePictures } from '../../src/capture/pictures.ts';
import { injectOpenTabs, registerFeeds } from '../../src/feed/register-scripts.ts';
import { readLanguage } from '../../src/team/language.ts';
import { answerAll } from '../../src/workspace/answer.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { renewLog } from '../../src/workspace/renew-log.ts';
import { handlers, shownOf } from './answers.ts';
import { answerCommands } from './commands.ts';
import { answerMenu, offerMenu } from './menu.ts';
import { answerAlarms, lookAtReminders } from './reminders.ts';
import { answerTidying, tidyUp } from './retention.ts';
import { answerTeam } from './team.ts';

/**
 * The test build is the only one whose manifest grants hosts; apart from that it equals the store's, without
 * the welcome page.
 */
const isForTests = () => (browser.runtime.getManifest().host_permissions ?? []).length > 0;

export default defineBackground(() => {
  const workspace = openWorkspace(TABLES);
  answerAll(handlers(workspace));
  const acting = { workspace, language: () => readLanguage(workspace) };
  answerMenu(acting);
  answerCommands(acting);
  const look = async () => lookAtReminders(workspace, await readLanguage(workspace));
  answerAlarms(look);
  answerTidying(workspace);
  answerTeam(workspace, look);

  const register = async () => registerFeeds(await readLanguage(workspace), await shownOf(workspace));
  const registerAndInject = async () => {
    await register();
    await injectOpenTabs(await readLanguage(workspace), await shownOf(workspace));
  };
  browser.permissions.onAdded.addListener(() => void registerAndInject());
  browser.permissions.onRemoved.addListener(() => void register());
  renewAtStart();
  const afterwards = [look, () => tidyUp(workspace), () => resumePictures(workspace)];
  browser.runtime.onStartup.addListener(() => inTurn([register, ...afterwards]));
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await inTurn([registerAndInject, async () => offerMenu(await readLanguage(workspace))]);
    if (reason === 'install' && !isForTests())
      await browser.tabs.create({ url: `${browser.runtime.getURL('/')}welcome.html` });
    await inTurn(afterwards);
  });
});

/** Firefox has no such log. Where the disk is full, the log stays as it is. */
function renewAtStart(): void {
  if (import.meta.env.FIREFOX) return;
  let isBegun = false;
  const renew = () => {
    if (isBegun) return;
    isBegun = true;
    renewLog().catch(() => undefined);
  };
  for (const start of [browser.runtime.onStartup, browser.runtime.onInstalled]) start.addListener(renew);
}

/** Runs steps in sequence, continuing after failures: a reminder must not depend on a site's permission. */
async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failed: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, 'a step of the start failed');
}

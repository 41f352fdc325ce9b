import { browser } from 'wxt/browser';
import type { Happening } from '../../src/app/happening.ts';
import { openSheetOver } from '../../src/app/sheet-over.ts';
import { keepPost } from '../../src/capture/keep-post.ts';
import { FEED_KEYS, type FeedWords } from '../../src/feed/feed-words.ts';
import { subset } from '../../src/i18n/subset.ts';
import type { Pointed } from '../../src/post/page/read-pointed.ts';
import type { Post } from '../../src/post/post.ts';
import type { Language } from '../../src/team/profile.ts';
import { dropHint } from '../../src/ui/hints.ts';
import { tell } from '../../src/workspace/announce.ts';
import { newId } from '../../src/workspace/ids.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readTab } from './active-tab.ts';

export type Wish = 'sheet' | 'keep';

/** What acting needs: the diary and the language. */
export interface Acting {
  readonly workspace: Workspace;
  readonly language: () => Promise<Language>;
}

/** What the person wants, where, and what they pointed at; null for nothing in particular. */
export interface Command {
  readonly wish: Wish;
  readonly tab: number;
  /** By a shortcut: no menu was opened. */
  readonly here: boolean;
  readonly pointed: Pointed | null;
}

async function say(tab: number, happening: Happening, language: string): Promise<void> {
  const target = { tabId: tab };
  const words = { language, ...subset(FEED_KEYS)[language] } as FeedWords;
  await browser.scripting.executeScript({ target, files: ['/say.js' as '/background.js'] });
  await browser.scripting.executeScript({
    target,
    func: (happening: Happening, spoken: FeedWords) => globalThis.musubiSay?.(happening, spoken),
    args: [happening, words],
  });
}

async function keepAndSay({ workspace, language: speaks }: Acting, tab: number, post: Post): Promise<void> {
  const language = await speaks();
  try {
    const { id, before, missing } = await keepPost(workspace, newId(), post, Date.now());
    await say(tab, { ok: true, kept: { id, before, missing } }, language);
  } catch (error) {
    await say(tab, { ok: false, detail: String(error) }, language);
  }
}

/** Where no script may run, no strip can be shown: the popup explains why. */
async function sayInPopup(): Promise<void> {
  // Not every browser opens the popup without a press on its button; then nothing happens, in the page or in
  // the diary.
  await browser.action.openPopup?.().catch(() => undefined);
}

/**
 * Runs a command from the menu or a shortcut: on the post of a known site that its script finds there, else on
 * what was pointed at, else on the page. The command itself grants the tab (activeTab); no other permission is
 * needed.
 */
export async function act(acting: Acting, { wish, tab, here, pointed }: Command): Promise<void> {
  void dropHint(acting.workspace, pointed?.selection ? 'words' : 'anyPage').catch(() => undefined);
  if ((await tell(tab, { musubi: 1, name: wish, here })) === true) return;
  try {
    const post = await readTab(tab, pointed);
    if (!post) await sayInPopup();
    else if (wish === 'sheet') await openSheetOver(tab, post);
    else await keepAndSay(acting, tab, post);
  } catch {
    await sayInPopup();
  }
}

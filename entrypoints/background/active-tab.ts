import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { pageRead } from '../../src/post/messages.ts';
import type { Pointed } from '../../src/post/page/read-pointed.ts';
import { type Post, RawPost } from '../../src/post/post.ts';
import { settled } from '../../src/post/resolve-counts.ts';
import { tell } from '../../src/workspace/announce.ts';
import type { AnswerOf } from '../../src/workspace/declare.ts';

const Read = z.object({ ok: z.literal(true), post: RawPost });

/** The page's main post, read by its site's recipe; null where no recipe runs or no post is in focus. */
async function byRecipe(tab: number): Promise<Post | null> {
  const read = Read.safeParse(await tell(tab, { musubi: 1, name: 'focal' }));
  return read.success ? settled(read.data.post) : null;
}

/** What was pointed at, by the page's own data: runs the page reader once in this tab, by the person's press. */
async function byPage(tab: number, pointed: Pointed | null): Promise<Post | null> {
  const target = { tabId: tab };
  if (pointed) {
    await browser.scripting.executeScript({
      target,
      func: (at: Pointed) => {
        globalThis.musubiPointed = at;
      },
      args: [pointed],
    });
  }
  const [first] = await browser.scripting.executeScript({ target, files: ['/page.js' as '/background.js'] });
  const read = Read.safeParse(first?.result);
  return read.success ? settled(read.data.post) : null;
}

/**
 * Reads the page in a tab that the person's press opened to us: by the site's recipe, else by the page's own
 * data. Words, a picture or a link that the person pointed at take precedence. Null where there is nothing to
 * share or keep; throws where the browser allows no extension.
 */
export async function readTab(tab: number, pointed: Pointed | null): Promise<Post | null> {
  return (pointed ? null : await byRecipe(tab)) ?? (await byPage(tab, pointed));
}

/** Reads the active tab for the popup. */
export async function readActiveTab(): Promise<AnswerOf<typeof pageRead>> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return { ok: false, reason: 'nothing' };
  try {
    const post = await readTab(tab.id, null);
    return post ? { ok: true, post, tab: tab.id } : { ok: false, reason: 'nothing' };
  } catch {
    // Browsers' own pages and extension stores allow no script, and there is no way to check beforehand.
    return { ok: false, reason: 'restricted' };
  }
}

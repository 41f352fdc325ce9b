import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { pageRead } from '../../src/post/messages.ts';
import { type Post, RawPost } from '../../src/post/post.ts';
import { settled } from '../../src/post/settle.ts';
import { tell } from '../../src/workspace/announce.ts';
import type { AnswerOf } from '../../src/workspace/declare.ts';

const Read = z.object({ ok: z.literal(true), post: RawPost });

/** The post the page is about, as its site's recipe reads it; null where no recipe runs or none is in focus. */
async function byRecipe(tab: number): Promise<Post | null> {
  const read = Read.safeParse(await tell(tab, { musubi: 1, name: 'focal' }));
  return read.success ? settled(read.data.post) : null;
}

/** Any page by its own data: runs the page reader once, in this tab, by the person's press. */
async function byPage(tab: number): Promise<Post | null> {
  const [first] = await browser.scripting.executeScript({
    target: { tabId: tab },
    files: ['/page.js' as '/background.js'],
  });
  const read = Read.safeParse(first?.result);
  return read.success ? settled(read.data.post) : null;
}

/** Reads the active tab: the site's recipe first, then the page's own data. */
export async function readActiveTab(): Promise<AnswerOf<typeof pageRead>> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return { ok: false, reason: 'nothing' };
  try {
    const post = (await byRecipe(tab.id)) ?? (await byPage(tab.id));
    return post ? { ok: true, post, tab: tab.id } : { ok: false, reason: 'nothing' };
  } catch {
    // The browser's own pages and the stores allow no script; there is no other way to ask beforehand.
    return { ok: false, reason: 'restricted' };
  }
}

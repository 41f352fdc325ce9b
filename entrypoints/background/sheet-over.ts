import { browser } from 'wxt/browser';
import type { Post } from '../../src/post/post.ts';

/**
 * Opens the sheet for a post over the page in a tab that the person's press let us into. Rejects where the browser
 * lets no script in.
 */
export async function openSheetOver(tab: number, post: Post): Promise<void> {
  const target = { tabId: tab };
  await browser.scripting.executeScript({ target, files: ['/over.js' as '/background.js'] });
  await browser.scripting.executeScript({
    target,
    func: (read: string) =>
      globalThis.musubiOver?.(JSON.parse(read), document.activeElement ?? document.body),
    // As text: Chromium leaves out what is null in an object that it hands over.
    args: [JSON.stringify(post)],
  });
}

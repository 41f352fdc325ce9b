import { browser } from 'wxt/browser';
import type { Post } from '../post/post.ts';

/**
 * Opens the sheet over the page in a tab that the person's press opened to us. Rejects where the browser allows
 * no script.
 */
export async function openSheetOver(tab: number, post: Post): Promise<void> {
  const target = { tabId: tab };
  await browser.scripting.executeScript({ target, files: ['/over.js' as '/background.js'] });
  await browser.scripting.executeScript({
    target,
    func: (read: string) =>
      globalThis.musubiOver?.(JSON.parse(read), document.activeElement ?? document.body),
    // As JSON text: Chromium drops null values from arguments.
    args: [JSON.stringify(post)],
  });
}

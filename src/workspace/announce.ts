import { browser } from 'wxt/browser';

/** Messages to the scripts in open pages, which hold no data of their own and so need to hear of changes. */
export type Announcement =
  | { musubi: 1; name: 'marks'; marks: Record<string, number> }
  | { musubi: 1; name: 'language'; language: string; words: Record<string, string> }
  /**
   * Opens the sheet for the post where the menu was opened, or, `here`, the one in focus or under the pointer. The
   * answer is true where there was one.
   */
  | { musubi: 1; name: 'sheet'; here?: boolean }
  /** Keeps that post; answered alike. */
  | { musubi: 1; name: 'keep'; here?: boolean }
  /** Reads the post that the page is about. */
  | { musubi: 1; name: 'focal' }
  /** Reads every post on the page, with how many of our buttons each carries. */
  | { musubi: 1; name: 'read' };

/** Sends a message to one tab; undefined if none of our scripts is in it, which is no error. */
export async function tell(tab: number, announcement: Announcement): Promise<unknown> {
  return browser.tabs.sendMessage(tab, announcement).catch(() => undefined);
}

/** Sends a message to all open tabs. */
export async function announce(announcement: Announcement): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => (id === undefined ? undefined : tell(id, announcement))));
}

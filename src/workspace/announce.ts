import { browser } from 'wxt/browser';

/** What is told to the scripts in open pages. They hold nothing, so they are told what changed. */
export type Announcement =
  | { musubi: 1; name: 'marks'; marks: Record<string, number> }
  | { musubi: 1; name: 'language'; language: string }
  | { musubi: 1; name: 'sheet' };

/**
 * Tells every open tab. A tab without our script does not answer, which is no error: sending to it fails and
 * that failure is the expected case.
 */
export async function announce(announcement: Announcement): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await browser.tabs.sendMessage(id, announcement).catch(() => undefined);
    }),
  );
}

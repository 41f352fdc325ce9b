import { browser } from 'wxt/browser';
import { SITES } from '../sites/sites.ts';

const ID = 'musubi-feed';
const FILE = 'content-scripts/feed.js';

/** Hosts the browser has granted, as match patterns. In the e2e build that is all of them. */
async function granted(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(<all_urls>|\*|https?):?/.test(origin));
}

/** Whether a site's own hosts are all granted. */
export async function isOn(origins: readonly string[]): Promise<boolean> {
  return origins.length > 0 && (await browser.permissions.contains({ origins: [...origins] }));
}

/** Hosts that the person added by name: granted, and none of the sites' own. */
export async function addedHosts(): Promise<string[]> {
  const own = new Set(SITES.flatMap((site) => site.origins));
  return (await granted()).filter((origin) => !own.has(origin));
}

/**
 * Keeps the browser's list of registered scripts with what is granted. Registered, not injected by hand, so that
 * the script is there before a page's first post.
 */
export async function registerFeeds(): Promise<void> {
  const matches = await granted();
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [FILE], matches, runAt: 'document_idle', persistAcrossSessions: true } as const;
  const asked = { ...script, js: [...script.js] };
  if (before) await browser.scripting.updateContentScripts([asked]);
  else await browser.scripting.registerContentScripts([asked]);
}

/**
 * Puts the script into pages that were open before: after an install, an update or a new permission. A page that
 * has an older one yields to it (see takeover in the feed's entry). Pages that refuse scripts are passed over.
 */
export async function injectOpenTabs(): Promise<void> {
  const matches = await granted();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${FILE}`] }).catch(() => undefined);
    }),
  );
}

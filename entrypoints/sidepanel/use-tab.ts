import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * What stands beside the panel. `unknown`: the browser does not say, since the person pressed nothing of ours on that
 * page and chose no site it belongs to. `own`: a page of the browser's, or ours. Null: not asked yet.
 */
export type Tab = { is: 'unknown' } | { is: 'own' } | { is: 'page'; url: string; title: string } | null;

async function readTab(): Promise<Tab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url) return { is: 'unknown' };
  return /^https?:/.test(tab.url) ? { is: 'page', url: tab.url, title: tab.title ?? '' } : { is: 'own' };
}

/** The page beside the panel, followed as the person moves on. */
export function useTab(): Tab {
  const [tab, setTab] = useState<Tab>(null);
  useEffect(() => {
    const look = () => {
      readTab().then(setTab, () => setTab({ is: 'unknown' }));
    };
    // A press on our toolbar button lets the browser tell; the popup's question to the background says that it came.
    const hear = (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'musubi' in message) look();
      return false;
    };
    look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    browser.runtime.onMessage.addListener(hear);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
      browser.runtime.onMessage.removeListener(hear);
    };
  }, []);
  const same = tab?.is === 'page' ? `${tab.url} ${tab.title}` : tab?.is;
  // The same answer again is the same value: nothing is read anew for it.
  const [held, setHeld] = useState<Tab>(null);
  useEffect(() => setHeld(tab), [same]);
  return held;
}

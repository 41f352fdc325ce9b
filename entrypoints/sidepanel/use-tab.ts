import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The page beside the panel. `unknown`: the browser does not say, since the person neither pressed a button of
 * ours there nor allowed its site. `own`: a page of the browser or ours. Null: not known yet.
 */
export type Tab = { is: 'unknown' } | { is: 'own' } | { is: 'page'; url: string; title: string } | null;

async function readTab(): Promise<Tab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url) return { is: 'unknown' };
  return /^https?:/.test(tab.url) ? { is: 'page', url: tab.url, title: tab.title ?? '' } : { is: 'own' };
}

/** The page beside the panel, live. */
export function useTab(): Tab {
  const [tab, setTab] = useState<Tab>(null);
  useEffect(() => {
    const look = () => {
      readTab().then(setTab, () => setTab({ is: 'unknown' }));
    };
    // A press on our toolbar button grants access; the popup's message to the background signals it.
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
  // An equal answer keeps the old value, so nothing is read again.
  const [shown, setShown] = useState<Tab>(null);
  useEffect(() => setShown(tab), [same]);
  return shown;
}

import { browser } from 'wxt/browser';

/** Whether this page is the extension's. The companion on the web has no access to foreign pages. */
export const inExtension = browser.scripting !== undefined;

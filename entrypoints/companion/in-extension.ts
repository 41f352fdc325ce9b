import { browser } from 'wxt/browser';

/** Whether this page is the extension's own. The companion on the web puts nothing into the pages of others. */
export const inExtension = browser.scripting !== undefined;

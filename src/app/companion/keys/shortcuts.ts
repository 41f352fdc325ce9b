import { browser } from 'wxt/browser';

/** A browser shortcut of ours: `share` or `keep`, and its keys; empty where unset. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** Our shortcuts as set in the browser. None outside an extension. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands
    .filter(({ name }) => name === 'share' || name === 'keep')
    .map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }))
    .sort((a, b) => b.name.localeCompare(a.name));
}

/** Opens the browser's settings of shortcuts. */
export async function changeShortcuts(): Promise<void> {
  const { commands } = browser;
  // Firefox has an API for it; Chromium has a page.
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

import { browser } from 'wxt/browser';

/** A shortcut of the browser's for us: `share` or `keep`, and its keys; empty where the person gave it none. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** Our shortcuts as the browser has them now. None where this page does not run in an extension. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands
    .filter(({ name }) => name === 'share' || name === 'keep')
    .map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }))
    .sort((a, b) => b.name.localeCompare(a.name));
}

/** Opens the place where the browser lets a person change them. */
export async function changeShortcuts(): Promise<void> {
  const { commands } = browser;
  // Firefox has a door of its own; Chromium's is one of its pages.
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

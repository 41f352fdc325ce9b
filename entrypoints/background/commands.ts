import { browser } from 'wxt/browser';
import { type Acting, act, type Wish } from './any-page.ts';

/** Names of the keys in the manifest, and what they ask for. */
const COMMANDS: Readonly<Record<string, Wish>> = { share: 'sheet', keep: 'keep' };

/**
 * Answers the browser's shortcuts. A share by key opens the sheet: a key that the browser takes for itself gives the
 * page no activation, so that neither the clipboard nor a window would be allowed.
 */
export function answerCommands(acting: Acting): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const wish = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (!wish || tab?.id === undefined) return;
    void act(acting, { wish, tab: tab.id, here: true, pointed: null });
  });
}

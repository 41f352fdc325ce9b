import { browser } from 'wxt/browser';
import { type Acting, act, type Wish } from './run-command.ts';

/** The manifest's command names and their actions. */
const COMMANDS: Readonly<Record<string, Wish>> = { share: 'sheet', keep: 'keep' };

/**
 * Handles the browser's shortcuts. Sharing opens the sheet: a browser shortcut gives the page no user
 * activation, so clipboard and windows would be blocked.
 */
export function answerCommands(acting: Acting): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const wish = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (!wish || tab?.id === undefined) return;
    void act(acting, { wish, tab: tab.id, here: true, pointed: null });
  });
}

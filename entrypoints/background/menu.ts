import { browser } from 'wxt/browser';
import en from '../../src/i18n/en.json';
import ja from '../../src/i18n/ja.json';
import zhCN from '../../src/i18n/zh-CN.json';
import { tell } from '../../src/workspace/announce.ts';

const MENU = { en, ja, 'zh-CN': zhCN };
const ITEMS = { sheet: 'menuShare', keep: 'menuKeep' } as const;
type Item = keyof typeof ITEMS;

/** Puts our two entries into the browser's context menu, in this language. Repeating it changes nothing. */
export async function offerMenu(language: keyof typeof MENU): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, key] of Object.entries(ITEMS)) {
    browser.contextMenus.create({
      id,
      title: MENU[language][key],
      contexts: ['page', 'selection', 'link', 'image'],
    });
  }
}

/** Hands a choice in the menu to the page it was made in. */
export function answerMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const item = menuItemId as Item;
    if (tab?.id === undefined || !(item in ITEMS)) return;
    void tell(tab.id, { musubi: 1, name: item });
  });
}

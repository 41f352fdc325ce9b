import { browser } from 'wxt/browser';
import en from '#words/en.json';
import ja from '#words/ja.json';
import zhCN from '#words/zh-CN.json';
import type { Pointed } from '../../src/post/page/read-pointed.ts';
import { type Acting, act, type Wish } from './run-command.ts';

const MENU = { en, ja, 'zh-CN': zhCN };
const ITEMS = { sheet: 'menuShare', keep: 'menuKeep' } as const;

/** Adds our two entries to the browser's context menu. Idempotent. */
export async function offerMenu(language: keyof typeof MENU): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, key] of Object.entries(ITEMS)) {
    browser.contextMenus.create({
      id,
      title: MENU[language][key],
      contexts: ['page', 'selection', 'link', 'image'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    });
  }
}

/** A choice in the menu, as browsers report it. Only Firefox reports a link's text. */
export interface Press {
  readonly menuItemId: string | number;
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
  readonly linkText?: string | undefined;
  readonly srcUrl?: string | undefined;
  readonly mediaType?: string | undefined;
}

/** What the menu was opened on; null for the page as a whole. */
export function pointedBy(press: Press): Pointed | null {
  const { selectionText = '', linkUrl = '', linkText = '', srcUrl = '', mediaType } = press;
  const image = mediaType === 'image' ? srcUrl : '';
  if (!selectionText && !linkUrl && !image) return null;
  return { selection: selectionText, image, link: linkUrl, linkText };
}

/** Handles choices in the menu. */
export function answerMenu(acting: Acting): void {
  browser.contextMenus.onClicked.addListener((press, tab) => {
    const wish = press.menuItemId;
    if (tab?.id === undefined || !Object.hasOwn(ITEMS, wish)) return;
    void act(acting, { wish: wish as Wish, tab: tab.id, here: false, pointed: pointedBy(press) });
  });
}

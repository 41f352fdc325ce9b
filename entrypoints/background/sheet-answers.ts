import { browser } from 'wxt/browser';
import {
  sheetApart,
  sheetEnter,
  sheetOpening,
  sheetTaken,
  type WindowRequest,
} from '../../src/share/frame/messages.ts';
import { PendingOpenings } from '../../src/share/frame/pending-openings.ts';
import { newToken } from '../../src/share/frame/token.ts';
import type { Language } from '../../src/team/profile.ts';
import { type Answering, answering } from '../../src/workspace/answer.ts';

const openings = new PendingOpenings();

/** Opens a window with only the sheet, or with a confirmation to keep a post. */
async function openApart(request: WindowRequest): Promise<boolean> {
  const token = newToken();
  openings.asks(token, request);
  const url = `${browser.runtime.getURL('/')}sheet.html#apart.${token}`;
  // Mobile browsers have no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 500, height: 760 });
  else await browser.tabs.create({ url });
  return true;
}

/** Admits the sheet's frame to pages where our scripts open it, and opens a window where a page cannot hold it. */
export function sheets(language: () => Promise<Language>): Answering[] {
  return [
    answering(sheetOpening, async ({ token }, { tab }) => {
      if (tab !== null) openings.opens(token, tab, Date.now());
      return tab !== null;
    }),
    answering(sheetEnter, async ({ token }, { tab }) => openings.enters(token, tab, Date.now())),
    answering(sheetApart, (request) => openApart(request)),
    answering(sheetTaken, async ({ token }) => {
      const request = openings.takes(token);
      return request && { asked: request, language: await language() };
    }),
  ];
}

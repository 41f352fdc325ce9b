import { saveFile } from '../../../ui/save-file.ts';
import { own } from '../../../workspace/named.ts';

/** How a picture's file is called by its type; others keep no ending. */
const ENDINGS: Record<string, string> = {
  'image/avif': '.avif',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
};

/** Saves a picture by the browser's download. False where its site does not let this page read it. */
export async function savePicture(url: string, n: number): Promise<boolean> {
  try {
    const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    const file = await answer.blob();
    if (!answer.ok || !file.type.startsWith('image/')) return false;
    saveFile(file, `musubi-${n}${own(ENDINGS, file.type) ?? ''}`);
    return true;
  } catch {
    // The site's CORS, or the page's own CSP in Firefox: the caller opens it in a tab instead.
    return false;
  }
}

/** Opens an address in a tab of its own; false where the browser refused. */
export function openTab(url: string): boolean {
  const opened = window.open(url, '_blank');
  if (!opened) return false;
  try {
    opened.opener = null;
  } catch {
    // Firefox: the tab is another site's from the start. It is open all the same.
  }
  return true;
}

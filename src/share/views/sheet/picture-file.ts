import { saveFile } from '../../../ui/save-file.ts';
import { own } from '../../../workspace/named.ts';

/** File extension by type; others get none. */
const ENDINGS: Record<string, string> = {
  'image/avif': '.avif',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
};

/** Downloads a picture. False where its site does not allow reading it. */
export async function savePicture(url: string, n: number): Promise<boolean> {
  try {
    const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    const file = await answer.blob();
    if (!answer.ok || !file.type.startsWith('image/')) return false;
    saveFile(file, `musubi-${n}${own(ENDINGS, file.type) ?? ''}`);
    return true;
  } catch {
    // Blocked by the site's CORS, or the page's CSP in Firefox: the caller opens a tab instead.
    return false;
  }
}

/** Opens an address in a new tab; false where the browser refused. */
export function openTab(url: string): boolean {
  const opened = window.open(url, '_blank');
  if (!opened) return false;
  try {
    opened.opener = null;
  } catch {
    // Firefox: the tab belongs to the other site at once, but it is open.
  }
  return true;
}

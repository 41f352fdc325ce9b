import type { RawBookmark } from './bookmark.ts';
import { tokensOf } from './html-tokens.ts';

/** Pocket's older export (`ril_export.html`): two lists of links with their tags and the time each was added. */
export const isPocketHtml = (text: string): boolean =>
  /<title>\s{0,9}pocket export/i.test(text.slice(0, 2000)) ||
  /\btime_added\s{0,3}=/i.test(text.slice(0, 20_000));

export function pocketHtmlIn(html: string): RawBookmark[] {
  const found: (RawBookmark & { title: string })[] = [];
  let isInside = false;
  for (const token of tokensOf(html)) {
    const last = found.at(-1);
    if (token.is === 'text' && isInside && last)
      found[found.length - 1] = { ...last, title: last.title + token.text };
    if (token.is === 'text' || token.name !== 'a') continue;
    isInside = token.is === 'open';
    if (!isInside) continue;
    const { attributes } = token;
    found.push({
      url: attributes.get('href'),
      title: '',
      tags: attributes.get('tags')?.split(',') ?? [],
      at: attributes.get('time_added'),
    });
  }
  return found;
}

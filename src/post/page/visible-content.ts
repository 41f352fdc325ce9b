import type { Media } from '../post.ts';
import { textOf } from '../text.ts';
import { type Facts, NOTHING } from './facts.ts';
import { address, line } from './values.ts';

/** Smaller pictures, in px, are icons or portraits. */
const LEAST = 240;

/** The largest loaded picture of the main part, by intrinsic size, so that no layout is forced. */
function mainPicture(doc: Document, base: string): Media[] {
  const images = [
    ...doc.querySelectorAll<HTMLImageElement>('main img, article img, [role="main"] img'),
  ].slice(0, 200);
  const large = images
    .filter((image) => image.naturalWidth >= LEAST && image.naturalHeight >= LEAST)
    .sort((a, b) => b.naturalWidth * b.naturalHeight - a.naturalWidth * a.naturalHeight);
  for (const image of large) {
    const url = address(image.currentSrc || image.src, base);
    const alt = line(image.alt, 4000);
    if (url) return [{ kind: 'image', url, alt, width: image.naturalWidth, height: image.naturalHeight }];
  }
  return [];
}

/** What the page visibly shows, which follows in-place navigation: title, first heading, main picture. */
export function visible(doc: Document, base: string): Facts {
  const heading = doc.querySelector('h1');
  return {
    ...NOTHING,
    kind: 'page',
    title: line(doc.title, 1000) || line(heading ? textOf(heading, { lines: 'collapse' }).text : '', 1000),
    lang: line(doc.documentElement.lang, 40),
    media: mainPicture(doc, base),
  };
}

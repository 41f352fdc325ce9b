import type { Media } from '../post.ts';
import { type Item, isItem, textIn, type Value, valuesOf } from './schema-item.ts';
import { address, line, side } from './values.ts';

/** A picture's address, from a text or an ImageObject. */
function picture(value: Value, base: string): Media | null {
  const url = address(isItem(value) ? textIn(value, 'url', 'contentUrl') || value.id : value, base);
  if (!url) return null;
  const field = (name: string) => (isItem(value) ? textIn(value, name) : '');
  return {
    kind: 'image',
    url,
    alt: line(field('caption') || field('description'), 4000),
    width: side(field('width')),
    height: side(field('height')),
  };
}

function film(value: Value, base: string): Media | null {
  const found = picture(value, base);
  return found && { ...found, kind: 'video' };
}

/** Pictures, unique by address. */
export function once(media: readonly (Media | null)[]): Media[] {
  const known = new Map<string, Media>();
  for (const medium of media) if (medium && !known.has(medium.url)) known.set(medium.url, medium);
  return [...known.values()];
}

/** Pictures and video of a thing. For a video: its file, where stated, and its thumbnail. */
export function mediaOf(item: Item, base: string, isVideo: boolean): Media[] {
  const films = isVideo ? valuesOf(item, 'contentUrl').map((value) => film(value, base)) : [];
  const images = valuesOf(item, 'image', 'thumbnailUrl', 'thumbnail', 'primaryImageOfPage');
  return once([...films, ...images.map((value) => picture(value, base))]);
}

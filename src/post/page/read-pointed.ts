import { barePost } from '../bare-post.ts';
import { canonicalUrl } from '../canonical.ts';
import type { Media, RawPost, Reading } from '../post.ts';
import { textOf } from '../text.ts';
import { type PageOptions, readPage } from './read-page.ts';
import { surroundingsOf } from './selection-context.ts';
import { withFragment } from './text-fragment.ts';
import { address, line, words } from './values.ts';

/** What the person pointed at in a page. Addresses as the browser gives them; empty where there is none. */
export interface Pointed {
  readonly selection: string;
  readonly image: string;
  readonly link: string;
  /** The link's text where the browser provides it. */
  readonly linkText: string;
}
export const WHOLE_PAGE: Pointed = { selection: '', image: '', link: '', linkText: '' };

/** The picture at this address, as the page shows it. */
function pictureAt(doc: Document, src: string, base: string): Media | null {
  const url = address(src, base);
  if (!url) return null;
  const shown = [...doc.images].find((image) => (image.currentSrc || image.src) === src);
  return {
    kind: 'image',
    url,
    alt: line(shown?.alt ?? '', 4000),
    width: shown?.naturalWidth ?? 0,
    height: shown?.naturalHeight ?? 0,
  };
}

const nameOf = (link: Element): string => {
  const linkText = textOf(link, { lines: 'collapse' }).text;
  const pictured = link.querySelector('img[alt]')?.getAttribute('alt') ?? '';
  return line(
    linkText || link.getAttribute('aria-label') || pictured || link.getAttribute('title') || '',
    1000,
  );
};

/** Text of a link to this address: the focused one, else the longest. */
function linkNames(doc: Document, href: string): string {
  const links = [...doc.links].filter((link) => link.href === href);
  const inFocus = links.find((link) => link === doc.activeElement);
  const named = (inFocus ? [inFocus] : links).map(nameOf);
  return named.sort((a, b) => b.length - a.length)[0] ?? '';
}

/**
 * A page known only by a link to it: its address and the link's text. Everything else is missing, and nothing
 * is fetched. Null where the address is not http(s).
 */
export function readLink(href: string, title: string): RawPost | null {
  const url = canonicalUrl(href);
  if (!url || url.length > 4000) return null;
  return barePost(url, url, line(title, 1000));
}

/** Makes the selected words the text, with an address that leads to them. The key remains the page's. */
function toWords(doc: Document, post: RawPost): RawPost {
  const selection = doc.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const url = withFragment(post.url, range && surroundingsOf(doc, range));
  return url.length <= 4000 ? { ...post, url } : post;
}

function withPicture(post: RawPost, picture: Media | null): RawPost {
  if (!picture) return post;
  const others = post.media.filter((medium) => medium.url !== picture.url);
  return { ...post, media: [picture, ...others].slice(0, 40) };
}

/**
 * Reads what the person pointed at: selected words become the text, with an address that finds them; a picture
 * becomes the first one; a link's target replaces the page. Words take precedence over a link, and a picture
 * inside a link goes with its target.
 */
export function readPointed(doc: Document, pointed: Pointed, options: PageOptions): Reading {
  const picture = pointed.image ? pictureAt(doc, pointed.image, options.href) : null;
  const selection = words(options.selection) || pointed.selection;
  if (pointed.link && !pointed.selection) {
    const title = linkNames(doc, pointed.link) || pointed.linkText;
    const post = readLink(pointed.link, title);
    return post ? { ok: true, post: withPicture(post, picture) } : { ok: false, missing: ['url'] };
  }
  const reading = readPage(doc, { ...options, selection });
  if (!reading.ok) return reading;
  const { post } = reading;
  return { ok: true, post: withPicture(words(options.selection) ? toWords(doc, post) : post, picture) };
}

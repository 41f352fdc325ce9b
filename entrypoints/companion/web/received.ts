import { addressesIn } from '../../../src/post/addresses-in-text.ts';
import { barePost } from '../../../src/post/bare-post.ts';
import { canonicalUrl } from '../../../src/post/canonical.ts';
import type { RawPost } from '../../../src/post/post.ts';

/** Longer input of another app is truncated, in characters. */
const MOST = { title: 300, text: 5000 };

const addressIn = (text: string) => addressesIn(text)[0] ?? '';

/**
 * What another app shared, from the query of the opened address (Web Share Target). Phones put the link
 * anywhere: into the text or the title. Null where nothing was shared; without a link, a post without an
 * address. https://w3c.github.io/web-share-target/
 */
export function receivedIn(search: string): RawPost | null {
  const query = new URLSearchParams(search);
  const [title = '', text = '', url = ''] = ['title', 'text', 'url'].map((name) => query.get(name)?.trim());
  if (!title && !text && !url) return null;
  const address = [url, text, title].map(addressIn).find((address) => URL.canParse(address)) ?? '';
  const link = address && new URL(address).href;
  const rest = text.replace(address, '').trim();
  const name = title.replace(address, '').trim() || rest || link;
  const post = barePost(link && canonicalUrl(link), link, name.slice(0, MOST.title));
  return { ...post, text: rest === name ? '' : rest.slice(0, MOST.text) };
}

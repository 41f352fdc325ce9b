import { canonicalUrl } from '../post/canonical.ts';
import type { Field } from '../post/post.ts';

const PREFIX = /^(?:www|m|mobile)\.(?=[^.]+\.[^.]+)/;

/**
 * The one address of a post, for telling whether two captures are the same post: scheme, `www.` and `m.`, a slash at
 * the end and the order of parameters aside. Empty where there is none to go by: an address that was not read from
 * the post itself, or one that names a passage and not the page.
 */
export function permalinkOf({ url, missing }: { url: string; missing: readonly Field[] }): string {
  if (missing.includes('url') || url.includes(':~:')) return '';
  const canonical = canonicalUrl(url);
  if (!canonical) return '';
  const { host, pathname, search, hash } = new URL(canonical);
  const pairs = search.slice(1).split('&').filter(Boolean).sort().join('&');
  return `${host.replace(PREFIX, '')}${pathname.replace(/(?<!\/)\/+$/, '')}${pairs && '?'}${pairs}${hash}`;
}

/** The spellings under which the same address may have been kept, to look it up by an index. */
export function spellingsOf(url: string): string[] {
  const canonical = canonicalUrl(url);
  if (!canonical) return [url];
  const { host, pathname, search, hash } = new URL(canonical);
  const bare = host.replace(PREFIX, '');
  const path = pathname.replace(/(?<!\/)\/+$/, '');
  const spelled = ['https', 'http'].flatMap((scheme) =>
    ['', 'www.', 'm.', 'mobile.'].flatMap((prefix) =>
      [path, `${path}/`].map((end) => `${scheme}://${prefix}${bare}${end}${search}${hash}`),
    ),
  );
  return [...new Set([url, ...spelled])];
}

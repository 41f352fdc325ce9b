import { canonicalUrl } from '../post/canonical.ts';
import type { Field } from '../post/post.ts';

const PREFIX = /^(?:www|m|mobile)\.(?=[^.]+\.[^.]+)/;

/**
 * A post's address in one spelling, to tell whether two captures are the same post: ignores scheme, `www.`,
 * `m.`, a final slash and the order of parameters. Empty where the address was not read from the post itself,
 * or names a passage of the page.
 */
export function permalinkOf({ url, missing }: { url: string; missing: readonly Field[] }): string {
  if (missing.includes('url') || url.includes(':~:')) return '';
  const canonical = canonicalUrl(url);
  if (!canonical) return '';
  const { host, pathname, search, hash } = new URL(canonical);
  const pairs = search.slice(1).split('&').filter(Boolean).sort().join('&');
  return `${host.replace(PREFIX, '')}${pathname.replace(/(?<!\/)\/+$/, '')}${pairs && '?'}${pairs}${hash}`;
}

/** Spellings of this address that may be stored, for an index lookup. */
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

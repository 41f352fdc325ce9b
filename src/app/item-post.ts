import type { LibraryItem } from '../library/item.ts';
import { barePost } from '../post/bare-post.ts';
import { canonicalUrl } from '../post/canonical.ts';
import type { RawPost } from '../post/post.ts';

/** A library item as a post for the sheet: its link with the team's words. */
export function postOf({ link, title, versions }: LibraryItem): RawPost {
  const [first] = versions;
  return {
    ...barePost(canonicalUrl(link), link, title),
    text: first?.words ?? '',
    lang: first?.language ?? '',
    missing: ['author', 'handle', 'time'],
  };
}

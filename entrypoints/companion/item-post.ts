import type { LibraryItem } from '../../src/library/item.ts';
import { barePost } from '../../src/post/bare-post.ts';
import { canonicalUrl } from '../../src/post/canonical.ts';
import type { RawPost } from '../../src/post/post.ts';

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

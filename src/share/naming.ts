import { addressesIn } from '../post/addresses-in-text.ts';
import type { Post } from '../post/post.ts';

/** `utm_campaign` of a share that belongs to no campaign of a team. */
export const CAMPAIGN = 'musubi';

/** What a share calls its post, in one line: its title, else how it begins. At most 120 UTF-16 units. */
export function titleOf(post: Pick<Post, 'title' | 'text'>): string {
  return (post.title || post.text).replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** What a card of a share calls it: its title, else how its words begin, without the addresses that stand in them. */
export function cardTitleOf(post: Pick<Post, 'title' | 'text'>): string {
  const words = addressesIn(post.text).reduce((text, address) => text.replaceAll(address, ''), post.text);
  return titleOf({ title: post.title, text: words }) || titleOf(post);
}

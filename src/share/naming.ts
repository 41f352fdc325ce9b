import { addressesIn } from '../post/addresses-in-text.ts';
import type { Post } from '../post/post.ts';
import type { Labels } from './labels/labels.ts';
import type { Tracking } from './link.ts';

/** `utm_campaign` of a share that belongs to no campaign of a team. */
const CAMPAIGN = 'musubi';

/** What the link of a share says of it: by what it is of, and by what the person chose for its labels. */
export function namesOf(
  labels: Labels,
  material: { readonly item: string; readonly campaign: string },
  site: string,
): Pick<Tracking, 'campaign' | 'content' | 'chosen'> {
  // The campaign of the team's own material is written as it always was, so that it stays one campaign.
  const campaign = labels.campaign === material.campaign ? '' : labels.campaign;
  return {
    campaign: material.campaign || CAMPAIGN,
    content: material.item || site,
    chosen: { ...labels, campaign },
  };
}

/** What a share calls its post, in one line: its title, else how it begins. At most 120 UTF-16 units. */
export function titleOf(post: Pick<Post, 'title' | 'text'>): string {
  return (post.title || post.text).replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** What a card of a share calls it: its title, else how its words begin, without the addresses that stand in them. */
export function cardTitleOf(post: Pick<Post, 'title' | 'text'>): string {
  const words = addressesIn(post.text).reduce((text, address) => text.replaceAll(address, ''), post.text);
  return titleOf({ title: post.title, text: words }) || titleOf(post);
}

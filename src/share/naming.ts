import { addressesIn } from '../post/addresses-in-text.ts';
import type { Post } from '../post/post.ts';
import type { Labels } from './labels/labels.ts';
import type { Tracking } from './link.ts';

/** `utm_campaign` of a share without a team's campaign. */
const CAMPAIGN = 'musubi';

/** The parameters of a share's link that name it: from its material and the chosen labels. */
export function namesOf(
  labels: Labels,
  material: { readonly item: string; readonly campaign: string },
  site: string,
): Pick<Tracking, 'campaign' | 'content' | 'chosen'> {
  // The campaign of the team's material keeps its spelling, so that it stays one campaign in analytics.
  const campaign = labels.campaign === material.campaign ? '' : labels.campaign;
  return {
    campaign: material.campaign || CAMPAIGN,
    content: material.item || site,
    chosen: { ...labels, campaign },
  };
}

/** A share's title for its post in one line: the title, else the start of the text. At most 120 UTF-16 units. */
export function titleOf(post: Pick<Post, 'title' | 'text'>): string {
  return (post.title || post.text).replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** The title on a share's preview card: the post's title, else the start of its text without addresses. */
export function cardTitleOf(post: Pick<Post, 'title' | 'text'>): string {
  const words = addressesIn(post.text).reduce((text, address) => text.replaceAll(address, ''), post.text);
  return titleOf({ title: post.title, text: words }) || titleOf(post);
}

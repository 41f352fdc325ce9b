import type { CountName } from '../../src/post/post.ts';

/** What Keep has to store of one post of a stand-in page. */
export interface Expected {
  readonly url: string;
  readonly kind: 'post' | 'comment' | 'article' | 'video';
  readonly name: string;
  readonly handle: string;
  readonly profile: string;
  readonly title?: string;
  readonly text: string;
  /** Where the page shows only the beginning of the text. */
  readonly cut?: boolean;
  /** Empty where the page does not say. */
  readonly lang: string;
  /** ISO 8601, UTC, to the millisecond; null where neither page nor id tells. */
  readonly time: string | null;
  readonly links: readonly string[];
  readonly media: readonly { readonly kind: 'image' | 'video'; readonly url: string; readonly alt: string }[];
  /** Values; a count that the page abbreviates is what the abbreviation says. */
  readonly counts: Readonly<Partial<Record<CountName, number>>>;
  readonly quotes: {
    readonly url: string;
    readonly name: string;
    readonly handle: string;
    readonly text: string;
  } | null;
  /** Address of the post that this one answers. */
  readonly answers: string | null;
}

/** What stands on one page. */
export interface ExpectedPage {
  readonly address: string;
  /** In the order of the page; advertisements and look-alikes are not among them. */
  readonly posts: readonly Expected[];
  /** How many things on the page look like a post and are none of ours. */
  readonly ads: number;
}

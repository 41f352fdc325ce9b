import type { Post } from '../../../post/post.ts';

/**
 * Opens the sheet for a post. `near` is the button that was pressed: it tells the page's ground, and gets the
 * focus back when the sheet closes.
 */
export type OpenSheet = (post: Post, near: Element) => void;

import type { RawPost } from '../../../post/post.ts';

/**
 * Opens the sheet for a post. `near` is the button that was pressed: it tells the page's ground, and gets the
 * focus back when the sheet closes.
 */
export type OpenSheet = (post: RawPost, near: Element) => void;

import type { RawPost } from '../../../post/post.ts';
import type { SheetKey } from './sheet-words.ts';

/** What a page that is nothing but the sheet knows of where it stands. */
export interface Surroundings {
  /** Of the page beneath. */
  readonly ground?: 'light' | 'dark' | null;
  /** Said first: why the sheet is where it is. */
  readonly why?: SheetKey | undefined;
  /** Called once the sheet is gone. */
  readonly gone?: () => void;
}

/**
 * Opens the sheet for a post. `near` is the button that was pressed: it tells the page's ground, and gets the
 * focus back when the sheet closes.
 */
export type OpenSheet = (post: RawPost, near: Element, around?: Surroundings) => void;

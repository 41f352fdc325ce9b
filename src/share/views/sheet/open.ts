import type { RawPost } from '../../../post/post.ts';
import type { SheetKey } from './sheet-words.ts';

/** Context of a page that is only the sheet. */
export interface Surroundings {
  /** Of the page beneath. */
  readonly ground?: 'light' | 'dark' | null;
  /** Shown first: why the sheet is here. */
  readonly why?: SheetKey | undefined;
  /** Called once the sheet is closed. */
  readonly gone?: () => void;
}

/** Opens the sheet for a post. `near`: the pressed button; it tells the page's ground, and gets the focus back. */
export type OpenSheet = (post: RawPost, near: Element, around?: Surroundings) => void;

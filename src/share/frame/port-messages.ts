import type { RawPost } from '../../post/post.ts';

/** Messages over the port between our script in a page and our frame. No other script has an end of it. */
export type ToFrame =
  | { readonly say: 'show'; readonly post: RawPost; readonly ground: 'light' | 'dark' | null }
  /** Whether nothing covers the frame, as seen from outside. */
  | { readonly say: 'clear'; readonly clear: boolean };

/**
 * `ready`: may be shown. `here`: drawn. `close`: the person is done. `left`: focus left. `unseen`: pressed
 * while not visible. `clear`: asks whether anything covers it.
 */
export type FromFrame = { readonly say: 'ready' | 'here' | 'close' | 'left' | 'unseen' | 'clear' };

import type { RawPost } from '../../post/post.ts';

/** What is said over the port between our script in a page and our frame there. No other script holds an end of it. */
export type ToFrame =
  | { readonly say: 'show'; readonly post: RawPost; readonly ground: 'light' | 'dark' | null }
  /** Whether nothing lies over the frame, as far as can be told from outside. */
  | { readonly say: 'clear'; readonly clear: boolean };

/**
 * `ready`: it may be shown. `here`: it is drawn. `close`: the person is done. `left`: the focus went elsewhere. `unseen`:
 * it was pressed and could not be seen. `clear`: is anything over it?
 */
export type FromFrame = { readonly say: 'ready' | 'here' | 'close' | 'left' | 'unseen' | 'clear' };

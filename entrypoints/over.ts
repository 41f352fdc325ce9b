import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { RawPost } from '../src/post/post.ts';
import { over } from './feed.content/hands.ts';

/** Set in this isolated world, which no script of the page can see. */
declare global {
  var musubiOver: ((post: RawPost, near: Element) => void) | undefined;
}

/** Opens the sheet over a page that none of our scripts runs in. Loading it twice changes nothing: the first one stays. */
export default defineUnlistedScript(() => {
  const opens = over(new AbortController().signal);
  globalThis.musubiOver ??= (post, near) => void opens.open(post, near);
});

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { over } from '../src/app/feed/feed-actions.ts';
import type { RawPost } from '../src/post/post.ts';

/** Set in this isolated world, hidden from the page. */
declare global {
  var musubiOver: ((post: RawPost, near: Element) => void) | undefined;
}

/** Opens the sheet over a page without any of our scripts. Idempotent: the first copy stays. */
export default defineUnlistedScript(() => {
  const opens = over(new AbortController().signal);
  globalThis.musubiOver ??= (post, near) => void opens.open(post, near);
});

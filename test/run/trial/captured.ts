import type { Capture } from '../../../src/capture/capture.ts';
import { barePost } from '../../../src/post/bare-post.ts';
import type { Post } from '../../../src/post/post.ts';
import { settled } from '../../../src/post/resolve-counts.ts';

/** A kept post of which only this is known. */
export const captured = (known: Partial<Post>): Capture => ({
  id: 'capture-1',
  post: 'page:1',
  at: 1,
  read: { ...settled(barePost('page:1', 'https://page.invalid/', '')), ...known },
  looks: [],
  pictures: [],
  tags: [],
  note: '',
  rights: 'unasked',
  event: 'event-01',
  undone: 0,
});

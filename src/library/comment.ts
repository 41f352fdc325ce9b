import * as z from 'zod/mini';
import { text } from '../workspace/text.ts';
import { id, moment } from './item.ts';

/** A comment on an item or a post. */
export const Comment = z.object({
  id,
  /** Id of what it comments on. */
  about: id,
  at: moment,
  text: text(4000),
  trashed: moment,
});
export type Comment = z.infer<typeof Comment>;

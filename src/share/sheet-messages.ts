import type { RawPost } from '../post/post.ts';
import type { MessageMap } from '../workspace/ask.ts';
import type { share } from './capability.ts';
import type { ShareChoice } from './messages.ts';

/** The messages that the sheet sends: those of sharing, and of two other capabilities as much as it needs. */
export type SheetMessages = MessageMap<(typeof share.messages)[number]> & {
  readonly 'draft.later': {
    readonly ask: { post: RawPost; choice: ShareChoice | null; at: number; remind: number };
    readonly answer: { words: string };
  };
  readonly 'capture.keep': {
    readonly ask: { id: string; at: number; post: RawPost };
    readonly answer: { before: boolean };
  };
};

import { answers as answersOf } from '../../entrypoints/companion/web/answers.ts';
import { answerOne } from '../../src/workspace/answer.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { answers } from './browser-stand-in.ts';

const AWAY = { tab: null, frame: 0, url: '' };

/** What a page asks is answered from this diary from now on, as where a page is its own background. */
export function answerFrom(diary: Workspace): void {
  const list = new Map(answersOf(diary).map((one) => [one.declaration.name, one]));
  answers.message = (message) => answerOne(list, message, AWAY);
}

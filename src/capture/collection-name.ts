import { MAX_PATH } from './tables.ts';

/** Invisible signs, but for the joiners that emoji and some scripts are written with. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;

/** A name on one line, with no edges and nothing invisible. Empty where nothing is left. */
export function nameLine(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return /[^\s\p{Cf}]/u.test(line) ? line : '';
}

/** A collection's name as it is stored, whether it was typed or came in from a file. Empty where nothing is left. */
export const collectionName = (typed: string): string =>
  nameLine(nameLine(typed).slice(0, MAX_PATH).toWellFormed());

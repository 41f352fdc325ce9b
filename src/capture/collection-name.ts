import { MAX_PATH } from './capture.ts';

/** Invisible characters, except the joiners that emoji and some scripts need. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;

/** A name on one line, trimmed and without invisible characters. May be empty. */
export function nameLine(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return /[^\s\p{Cf}]/u.test(line) ? line : '';
}

/** Normalises a collection's name, typed or imported. May be empty. */
export const collectionName = (typed: string): string =>
  nameLine(nameLine(typed).slice(0, MAX_PATH).toWellFormed());

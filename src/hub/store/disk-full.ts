import { StoreError } from './store-error.ts';

const CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** SQLite's own: the disk is full, or a write failed. */
const SQLITE: readonly unknown[] = [13, 778];

/** There is no room for something: told before it is begun. */
export class NoSpaceError extends StoreError {}

/** Whether an error says that nothing more can be written: no room, or none for this user or in this file. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof NoSpaceError) return true;
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && SQLITE.includes(error.errcode)) return true;
  return 'code' in error && CODES.includes(error.code);
}

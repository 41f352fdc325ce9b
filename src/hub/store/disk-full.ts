import { StoreError } from './store-error.ts';

const CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** SQLite's own: the disk is full, or a write failed. */
const SQLITE: readonly unknown[] = [13, 778];

/** Thrown before an operation starts that would not fit on the disk. */
export class NoSpaceError extends StoreError {}

/** Whether an error means that nothing more can be written: the disk, the user's quota or the file's limit is full. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof NoSpaceError) return true;
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && SQLITE.includes(error.errcode)) return true;
  return 'code' in error && CODES.includes(error.code);
}

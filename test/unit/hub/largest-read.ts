import { StatementSync } from 'node:sqlite';
import { vi } from 'vitest';

/** Characters and bytes of all that a statement brought. */
const sizeOf = (rows: readonly object[]): number =>
  rows
    .flatMap((row) => Object.values(row) as unknown[])
    .reduce((sum: number, one) => {
      if (typeof one === 'string') return sum + one.length;
      return sum + (one instanceof Uint8Array ? one.byteLength : 8);
    }, 0);

/** Watches what statements bring into memory at once until `end`; `most`: bytes of the largest so far. */
export function largestRead(): { most: () => number; end: () => void } {
  let most = 0;
  const { all } = StatementSync.prototype;
  const spy = vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (
    this: StatementSync,
    ...values: Parameters<typeof all>
  ) {
    const rows = all.apply(this, values);
    most = Math.max(most, sizeOf(rows));
    return rows;
  });
  return { most: () => most, end: () => spy.mockRestore() };
}

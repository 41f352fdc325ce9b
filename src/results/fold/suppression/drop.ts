import { type CellParts, partsOf } from '../../../activity/cell.ts';

/**
 * What one member has more of in one cell since the step before, stamped with where they belong at that step. A drop is
 * never changed or published anew. `scan`: a click that came by a printed code.
 */
export interface Drop extends CellParts {
  readonly member: string;
  readonly group: string;
  readonly region: string;
  readonly scan: boolean;
  readonly count: number;
}

/** Where a member belongs. */
export interface Place {
  readonly group: string;
  readonly region: string;
}

/** The drop of so many more in a member's cell. A scan is a click of a person: both are of one type. */
export function dropOf(member: string, cell: string, count: number, { group, region }: Place): Drop {
  const parts = partsOf(cell);
  const scan = parts.type === 'scanned';
  return { ...parts, type: scan ? 'clicked' : parts.type, scan, member, group, region, count };
}

/** Types of which parts are published; of the others the total alone is. */
export const DETAILED: readonly string[] = ['prepared', 'opened', 'clicked'];

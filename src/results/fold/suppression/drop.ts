import { type CellParts, partsOf } from '../../../activity/cell.ts';

/**
 * The increase of one member's cell since the previous step, with the member's group and region at that step. A drop never
 * changes and is published only once. `scan`: a click by a QR code.
 */
export interface Drop extends CellParts {
  readonly member: string;
  readonly group: string;
  readonly region: string;
  readonly scan: boolean;
  readonly count: number;
}

/** A member's group and region. */
export interface Grouping {
  readonly group: string;
  readonly region: string;
}

/** Makes the drop of an increase in a member's cell. Scans are clicks of people, so both have the same type. */
export function dropOf(member: string, cell: string, count: number, { group, region }: Grouping): Drop {
  const parts = partsOf(cell);
  const scan = parts.type === 'scanned';
  return { ...parts, type: scan ? 'clicked' : parts.type, scan, member, group, region, count };
}

/** Counts by cell: `day|type|channel|site|campaign|item`. */
export type Cells = ReadonlyMap<string, number>;

/** The dimensions of a cell. Cells of older hubs have no item. */
export interface CellParts {
  readonly day: number;
  readonly type: string;
  readonly channel: string;
  readonly site: string;
  readonly campaign: string;
  readonly item: string;
}

/** The cell of its parts. A `|` in a value would make it another's cell. */
export function cellOf({ day, type, channel, site, campaign, item }: CellParts): string {
  return [day, type, channel, site, campaign, item]
    .map((part) => String(part).replaceAll('|', ' '))
    .join('|');
}

export function partsOf(cell: string): CellParts {
  const [day = '', type = '', channel = '', site = '', campaign = '', item = ''] = cell.split('|');
  return { day: Number(day), type, channel, site, campaign, item };
}

/** One counted cell, of a member. */
export interface Counted {
  readonly member: string;
  readonly cell: string;
  readonly count: number;
}

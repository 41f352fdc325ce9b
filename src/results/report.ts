import type { Bucket } from '../activity/bucket.ts';
import { toDateField } from '../activity/span.ts';
import type { PlainKey } from '../i18n/translate.ts';
import type { ClassCounts } from '../link/hub-api.ts';
import type { PublishedRule } from '../team/figures.ts';

/** Format of the report as JSON: a newer one has a higher number. */
const FORMAT = 1;

/** One line of a report. Figures that are not counted are null, not zero. */
export interface ReportRow {
  readonly name: string;
  readonly prepared: number | null;
  readonly opened: number | null;
  readonly clicked: number | null;
}

export interface ReportPart {
  readonly id:
    | 'days'
    | 'channels'
    | 'sites'
    | 'campaigns'
    | 'materials'
    | 'links'
    | 'groups'
    | 'regions'
    | 'people';
  readonly rows: readonly ReportRow[];
}

/** A report: the figures of the screen, and how they were counted. */
export interface Report {
  /** Whole days since 1970, both within. */
  readonly from: number;
  readonly to: number;
  readonly of: 'me' | 'team';
  readonly name: string;
  readonly total: ReportRow;
  /** People in the total from imported counts. */
  readonly imported: number;
  /** Every other click by what it counts as. */
  readonly counts: ClassCounts;
  /** People by links and codes together, if they are not shown apart. */
  readonly people?: number;
  /** How a team's figures are published; absent by the earlier rule, and of one's own. */
  readonly figures?: PublishedRule;
  /** Edition of the counting rules; 0 where nobody counts. */
  readonly rules: number;
  readonly parts: readonly ReportPart[];
  /** The bars of the chart; not part of the exported files. */
  readonly bars?: readonly Bucket[];
}

export const PART_NAMES: Record<ReportPart['id'], PlainKey> = {
  days: 'reportDays',
  channels: 'meChannels',
  sites: 'reportSites',
  campaigns: 'meCampaigns',
  materials: 'meMaterials',
  links: 'linksTitle',
  groups: 'teamGroups',
  regions: 'teamRegions',
  people: 'teamListed',
};

/** The report as rows of a sheet, each with the name of its part. */
export function reportLines({ parts, total, imported }: Report, words: (key: PlainKey) => string) {
  const all = { part: words('reportTotal'), ...total };
  const others = { name: words('reportImported'), prepared: null, opened: null, clicked: imported };
  return [
    all,
    ...(imported > 0 ? [{ part: words('reportTotal'), ...others }] : []),
    ...parts.flatMap(({ id, rows }) => rows.map((row) => ({ part: words(PART_NAMES[id]), ...row }))),
  ];
}

/** The report as JSON, with the number of its format. */
export function reportJson(report: Report): string {
  const { from, to, bars: _, ...rest } = report;
  return JSON.stringify({ format: FORMAT, from: toDateField(from), to: toDateField(to), ...rest }, null, 2);
}

export const REPORT_COLUMNS = [
  { heading: 'reportPart', value: (row: { part: string }) => row.part },
  { heading: 'teamName', value: (row: ReportRow) => row.name },
  { heading: 'mePreparedName', value: (row: ReportRow) => row.prepared },
  { heading: 'meOpenedName', value: (row: ReportRow) => row.opened },
  { heading: 'meClickedName', value: (row: ReportRow) => row.clicked },
] as const;

import { DETAILED, type Drop } from './drop.ts';

/**
 * What a published number is of. A figure's key is its kind and what it is told apart by: `t`, `d.20600|x`, `g.<group>`,
 * `cx.<campaign>|<channel>`.
 */
export const KINDS = {
  total: 't',
  day: 'd',
  site: 's',
  group: 'g',
  region: 'r',
  campaign: 'c',
  channel: 'w',
  item: 'i',
  groupByChannel: 'gx',
  regionByChannel: 'rx',
  campaignByChannel: 'cx',
  itemByChannel: 'ix',
  scan: 'q',
} as const;

/** The one figure that every drop is of. */
export const TOTAL = KINDS.total;

/** In which order figures are offered where they are due: what is most useful first, since each row leaves less for others. */
export const BY_DAY = [KINDS.day, KINDS.site] as const;
export const THE_REST = [
  KINDS.group,
  KINDS.region,
  KINDS.campaign,
  KINDS.channel,
  KINDS.item,
  KINDS.groupByChannel,
  KINDS.regionByChannel,
  KINDS.campaignByChannel,
  KINDS.itemByChannel,
  KINDS.scan,
] as const;

export const kindOf = (figure: string): string => figure.split('.', 1)[0] ?? '';

/** What a figure is told apart by: of a day or of something by channel, two texts. */
export function namesOf(figure: string): string[] {
  const dot = figure.indexOf('.');
  return dot < 0 ? [] : figure.slice(dot + 1).split('|');
}

export interface Grain {
  /** Whether the team is large enough for days by site; its channels are then told by days. */
  readonly isWide: boolean;
  /** The first day that was not offered yet. */
  readonly openDay: number;
}

const named = (kind: string, ...names: (string | number)[]): string[] =>
  names.includes('') ? [] : [`${kind}.${names.join('|')}`];

/**
 * The figures that take a drop once this figure has: a part never shows what its whole does not. Of types without detail
 * there are none.
 */
export function partsOfFigure(figure: string, drop: Drop, { isWide, openDay }: Grain): string[] {
  if (!DETAILED.includes(drop.type)) return [];
  const { day, channel, site, group, region, campaign, item, scan } = drop;
  switch (kindOf(figure)) {
    case KINDS.total:
      return [
        ...(day < openDay ? [] : named(KINDS.day, day, channel)),
        ...named(KINDS.group, group),
        ...named(KINDS.region, region),
        ...named(KINDS.campaign, campaign),
        ...(isWide ? [] : named(KINDS.channel, channel)),
        ...named(KINDS.item, item),
        ...(scan ? [KINDS.scan] : []),
      ];
    case KINDS.day:
      return isWide ? named(KINDS.site, day, channel, site) : [];
    case KINDS.group:
      return named(KINDS.groupByChannel, group, channel);
    case KINDS.region:
      return named(KINDS.regionByChannel, region, channel);
    case KINDS.campaign:
      return named(KINDS.campaignByChannel, campaign, channel);
    case KINDS.item:
      return named(KINDS.itemByChannel, item, channel);
    default:
      return [];
  }
}

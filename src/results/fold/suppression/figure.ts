import type { Drop } from './drop.ts';

/**
 * Kinds of published numbers. A figure's key is its kind and its dimensions: `t`, `d.20600|x`, `g.<group>`,
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

/** The figure that includes every drop. */
export const TOTAL = KINDS.total;

/** The order in which due figures are offered: the most useful first, since each published row restricts the later ones. */
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

/** The dimensions in a figure's key. */
export function namesOf(figure: string): string[] {
  const dot = figure.indexOf('.');
  return dot < 0 ? [] : figure.slice(dot + 1).split('|');
}

export interface Grain {
  /** Whether the team is large enough for days by site; channels are then shown by day. */
  readonly isWide: boolean;
  /** The first day that is not published yet. */
  readonly openDay: number;
}

const named = (kind: string, ...names: (string | number)[]): string[] =>
  names.includes('') ? [] : [`${kind}.${names.join('|')}`];

/**
 * The figures that may publish a drop after this figure has: a part never shows what its whole does not.
 */
export function partsOfFigure(figure: string, drop: Drop, { isWide, openDay }: Grain): string[] {
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

import { type Counted, partsOf } from '../../activity/cell.ts';
import { type DayResults, DaySums } from './day-sums.ts';
import type { Measures } from './measures.ts';
import type { MonthParts } from './open-month.ts';
import { type Shared, SharedThing } from './shared-thing.ts';
import { type GroupedMember, listedByName, parts, partsByChannel } from './small-cell-suppression.ts';
import { type Sums, SumsBy } from './sums.ts';

/** The most people, campaigns and materials that are shown, by clicks. */
const MOST_SHOWN = 100;

export interface MonthResults {
  readonly days: Record<string, DayResults>;
  readonly people: Record<string, Sums>;
  /** Of groups (`g.<id>`), regions (`r.<id>`) and campaigns (`c.<id>`). */
  readonly totals: Record<string, Shared>;
  /** Library items that were shared. */
  readonly materials: Record<string, Shared>;
  /** By channel: of groups (`g.<id>`), regions (`r.<id>`), campaigns (`c.<id>`) and materials (`i.<id>`). */
  readonly channels: Record<string, Record<string, Shared>>;
}

/** The row of a map, created if it is missing. */
function at<Row>(rows: Map<string, Row>, id: string, make: () => Row): Row {
  const row = rows.get(id) ?? make();
  rows.set(id, row);
  return row;
}

/**
 * The sums of a team's month, updated cell by cell. What is added and subtracted again leaves no trace, so that an updated
 * month equals one that is summed anew.
 */
export class MonthSums {
  private readonly days = new Map<string, DaySums>();
  readonly measures: Measures;
  private readonly members: SumsBy;
  private readonly byChannel = new Map<string, SumsBy>();
  private readonly campaigns = new Map<string, SharedThing>();
  private readonly materials = new Map<string, SharedThing>();

  constructor(measures: Measures) {
    this.measures = measures;
    this.members = new SumsBy(measures);
  }

  /** Adds to a member's cell; subtracts if the count is negative. */
  add({ member, cell, count }: Counted): void {
    const { day, type, channel, site, campaign, item } = partsOf(cell);
    at(this.days, `d${day}`, () => new DaySums(day)).add(`${type}|${channel}|${site}`, count);
    this.members.add(member, type, count);
    at(this.byChannel, member, () => new SumsBy(this.measures)).add(channel, type, count);
    if (campaign)
      at(this.campaigns, campaign, () => new SharedThing(this.measures)).add(member, channel, type, count);
    if (item)
      at(this.materials, item, () => new SharedThing(this.measures)).add(member, channel, type, count);
  }

  /** All sums, for the rule that decides what is shown. */
  get parts(): MonthParts {
    const { days, members, byChannel, campaigns, materials } = this;
    return { days, members, byChannel, campaigns, materials };
  }

  /** The rank of each member who is listed by name, from 1. */
  ranks(placed: readonly GroupedMember[]): ReadonlyMap<string, number> {
    return new Map(listedByName(placed, this.members).map(({ id }, at) => [id, at + 1]));
  }

  /** What the earlier rule shows: sums of as many people as their measures ask for. */
  results(placed: readonly GroupedMember[]): MonthResults {
    const days = [...this.days].filter(([, day]) => !day.isEmpty);
    const campaigns = mostFollowed(this.campaigns, this.measures);
    const materials = mostFollowed(this.materials, this.measures);
    const byChannelOf = (member: string) => this.byChannel.get(member);
    return {
      days: Object.fromEntries(days.map(([key, day]) => [key, day.results()])),
      people: Object.fromEntries(
        listedByName(placed, this.members)
          .slice(0, MOST_SHOWN)
          .map(({ id }) => [id, this.members.get(id)]),
      ),
      totals: {
        ...parts(placed, this.members, 'group', 'g'),
        ...parts(placed, this.members, 'region', 'r'),
        ...Object.fromEntries(campaigns.map(({ id, total }) => [`c.${id}`, total])),
      },
      materials: Object.fromEntries(materials.map(({ id, total }) => [id, total])),
      channels: {
        ...partsByChannel(placed, this.measures, byChannelOf, 'group', 'g'),
        ...partsByChannel(placed, this.measures, byChannelOf, 'region', 'r'),
        ...thingsByChannel(campaigns, 'c'),
        ...thingsByChannel(materials, 'i'),
      },
    };
  }
}

interface SharedTotal {
  readonly id: string;
  readonly thing: SharedThing;
  readonly total: Shared;
}

/** What enough people shared, by clicks. */
function mostFollowed(things: ReadonlyMap<string, SharedThing>, measures: Measures): SharedTotal[] {
  return [...things]
    .filter(([, thing]) => thing.people >= measures.minPeople)
    .map(([id, thing]) => ({ id, thing, total: thing.total() }))
    .sort((a, b) => measures.compare(a.total, b.total, 2) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

function thingsByChannel(
  totals: readonly SharedTotal[],
  sign: string,
): Record<string, Record<string, Shared>> {
  const all = totals.map(({ id, thing }) => [`${sign}.${id}`, thing.channels()] as const);
  return Object.fromEntries(all.filter(([, channels]) => Object.keys(channels).length > 0));
}

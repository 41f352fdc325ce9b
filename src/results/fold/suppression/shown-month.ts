import { bounded, type DayResults } from '../day-sums.ts';
import type { Measures, Sums } from '../measures.ts';
import { KINDS, kindOf, namesOf, TOTAL } from './figure.ts';
import type { Shown } from './month-ledger.ts';

/** Shown figures. Hidden ones are absent, and so are zeros. */
export type Figures = Partial<Sums>;

/** The most campaigns and materials that are shown, by shown figures. */
const MOST = 100;

/** What everybody sees of a guarded month, as its room has it. */
export interface ShownMonth {
  readonly days: Record<string, DayResults>;
  readonly totals: Record<string, Figures>;
  readonly materials: Record<string, Figures>;
  readonly channels: Record<string, Record<string, Figures>>;
  /** The whole team's sums. */
  readonly sums: Figures;
  readonly counts: Record<string, number>;
}

type ByType = ReadonlyMap<string, number>;

const figuresOf = (by: ByType, { ids }: Measures): Figures =>
  Object.fromEntries(ids.flatMap((id) => ((by.get(id) ?? 0) > 0 ? [[id, by.get(id)]] : [])));

/** The sums of the published rows, arranged for the results room. */
export function shownMonth(shown: Shown, measures: Measures): ShownMonth {
  const of = (kind: string) => [...shown].filter(([figure]) => kindOf(figure) === kind);
  const named = (kind: string) =>
    of(kind).map(([figure, by]) => [namesOf(figure)[0] ?? '', figuresOf(by, measures)] as const);
  const [campaigns, items] = [
    mostShown(named(KINDS.campaign), measures),
    mostShown(named(KINDS.item), measures),
  ];
  const byChannel = (kind: string, sign: string, only?: ReadonlyMap<string, Figures>) =>
    channelsOf(of(kind), sign, measures, (id) => !only || only.has(id));
  const signed = (sign: string, all: Iterable<readonly [string, Figures]>) =>
    [...all].map(([id, figures]) => [`${sign}.${id}`, figures] as const);
  const total = shown.get(TOTAL) ?? new Map<string, number>();
  return {
    days: daysOf(of(KINDS.day), of(KINDS.site)),
    totals: Object.fromEntries([
      ...signed('g', named(KINDS.group)),
      ...signed('r', named(KINDS.region)),
      ...signed('w', named(KINDS.channel)),
      ...signed('c', campaigns),
    ]),
    materials: Object.fromEntries(items),
    channels: Object.fromEntries([
      ...byChannel(KINDS.groupByChannel, 'g'),
      ...byChannel(KINDS.regionByChannel, 'r'),
      ...byChannel(KINDS.campaignByChannel, 'c', campaigns),
      ...byChannel(KINDS.itemByChannel, 'i', items),
    ]),
    sums: figuresOf(total, measures),
    counts: countsOf(total, measures, shown.get(KINDS.scan)?.get('clicked') ?? 0),
  };
}

/** Sorted by shown figures alone: sorting by hidden ones would reveal them. */
function mostShown(all: readonly (readonly [string, Figures])[], measures: Measures): Map<string, Figures> {
  const sorted = [...all].sort(([a, x], [b, y]) => measures.compare(x, y, 2) || (a < b ? -1 : 1));
  return new Map(sorted.slice(0, MOST));
}

function channelsOf(
  all: readonly (readonly [string, ByType])[],
  sign: string,
  measures: Measures,
  isKept: (id: string) => boolean,
): [string, Record<string, Figures>][] {
  const things = Map.groupBy(all, ([figure]) => namesOf(figure)[0] ?? '');
  return [...things]
    .filter(([id]) => isKept(id))
    .map(([id, some]) => [
      `${sign}.${id}`,
      Object.fromEntries(some.map(([figure, by]) => [namesOf(figure)[1] ?? '', figuresOf(by, measures)])),
    ]);
}

/** Days by channel, and by site where sites are shown; the rest of a channel has no site. */
function daysOf(
  channels: readonly (readonly [string, ByType])[],
  sites: readonly (readonly [string, ByType])[],
): Record<string, DayResults> {
  const days = new Map<number, Map<string, number>>();
  const add = (figure: string, by: ByType, sign: 1 | -1, withSite: boolean) => {
    const [day = '', channel = '', site = ''] = namesOf(figure);
    const cells = days.get(Number(day)) ?? new Map<string, number>();
    days.set(Number(day), cells);
    for (const [type, n] of by) {
      const cell = `${type}|${channel}|${withSite ? site : ''}`;
      cells.set(cell, (cells.get(cell) ?? 0) + sign * n);
    }
  };
  for (const [figure, by] of channels) add(figure, by, 1, false);
  for (const [figure, by] of sites) {
    add(figure, by, -1, false);
    add(figure, by, 1, true);
  }
  return Object.fromEntries(
    [...days].map(([day, cells]) => [
      `d${day}`,
      { day, counts: bounded(new Map([...cells].filter(([, n]) => n > 0))) },
    ]),
  );
}

function countsOf(total: ByType, { ids }: Measures, scanned: number): Record<string, number> {
  const clicks = [...total].filter(([type]) => type === 'clicked' || !ids.includes(type));
  return Object.fromEntries([...clicks, ...(scanned > 0 ? [['scanned', scanned] as const] : [])]);
}

import type { FiguresChoice } from '../../team/figures.ts';
import type { DayResults } from './day-sums.ts';
import type { MonthSums } from './month-sums.ts';
import { listedSums, openMonth } from './open-month.ts';
import type { GroupedMember } from './small-cell-suppression.ts';
import type { Sums } from './sums.ts';
import type { Shown } from './suppression/month-ledger.ts';
import { type Figures, shownMonth } from './suppression/shown-month.ts';

/** How a month is published. `named`: members who are shown by name in a guarded month. */
export type MonthRule =
  | { readonly mode: 'earlier' }
  | { readonly mode: 'open'; readonly few: FiguresChoice['few'] }
  | { readonly mode: 'guarded'; readonly few: FiguresChoice['few']; readonly named: ReadonlySet<string> };

type Rows<Row> = Record<string, Row>;

/** The content of a results room: all that a team sees of a month. */
export interface MonthRoom {
  readonly days: Rows<DayResults>;
  readonly people: Rows<Figures>;
  /** Of groups (`g.<id>`), regions (`r.<id>`), campaigns (`c.<id>`) and, in a guarded month, channels (`w.<id>`). */
  readonly totals: Rows<Figures>;
  readonly materials: Rows<Figures>;
  readonly channels: Rows<Rows<Figures>>;
  /** How the month is published (`rule`); in a guarded month also the team's sums (`sums`) and clicks by type (`counts`). */
  readonly month: Rows<unknown>;
}

/** The sums of a month, and its published rows. */
export interface MonthFigures {
  readonly sums: MonthSums;
  readonly placed: readonly GroupedMember[];
  readonly shown: Shown;
}

/** The most people who are shown, by clicks. */
const MOST_PEOPLE = 100;

/**
 * The only place that decides what others see of a member's month: results rooms, and with them every screen, report, print
 * and export, are made of this, and so are ranks (`ranksIn`).
 */
export function publishedMonth(rule: MonthRule, { sums, placed, shown }: MonthFigures): MonthRoom {
  if (rule.mode === 'earlier') return { ...sums.results(placed), month: {} };
  const { mode, few } = rule;
  if (mode === 'open') return { ...openMonth(sums.parts, placed), month: { rule: { mode, few } } };
  const { sums: whole, counts, ...rest } = shownMonth(shown, sums.measures);
  const people = listedSums(sums.parts.members, (member) => rule.named.has(member)).slice(0, MOST_PEOPLE);
  return {
    ...rest,
    people: Object.fromEntries(people.map(([id, own]) => [id, present(own)])),
    month: { rule: { mode, few }, sums: whole, counts },
  };
}

/** Leaves out zeros, so that nothing and hidden look the same. */
const present = (sums: Sums): Figures => Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0));

/** The rank of each member who is shown by name, from 1. */
export function ranksIn(rule: MonthRule, { sums, placed }: MonthFigures): ReadonlyMap<string, number> {
  if (rule.mode === 'earlier') return sums.ranks(placed);
  const listed = new Set(placed.filter((one) => one.listed && !one.left).map(({ id }) => id));
  const named = rule.mode === 'guarded' ? rule.named : listed;
  const people = listedSums(sums.parts.members, (member) => named.has(member));
  return new Map(people.map(([id], at) => [id, at + 1]));
}

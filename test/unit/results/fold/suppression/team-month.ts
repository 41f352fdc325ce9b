import type { Drop } from '../../../../../src/results/fold/suppression/drop.ts';
import { kindOf, namesOf } from '../../../../../src/results/fold/suppression/figure.ts';
import type { Row } from '../../../../../src/results/fold/suppression/ledger.ts';
import type { Due } from '../../../../../src/results/fold/suppression/month-ledger.ts';
import { dueAt, stepAt } from '../../../../../src/results/fold/suppression/schedule.ts';
import { monthStart } from '../../../../../src/workspace/room.ts';
import type { Column } from './isolation.ts';

export const MONTH = '2026-11';
export const FIRST_STEP = stepAt(monthStart(MONTH));
export const dayOf = (step: number) => Math.floor(step / 24);

/** A step as it is generated: what each did, and what is due. */
export interface GeneratedStep {
  readonly step: number;
  readonly drops: readonly Drop[];
  readonly due: Due;
}

export const drop = (member: string, more: Partial<Drop> = {}): Drop => ({
  member,
  type: 'opened',
  day: dayOf(FIRST_STEP),
  channel: 'x',
  site: 'x',
  campaign: '',
  item: '',
  group: '',
  region: '',
  scan: false,
  count: 1,
  ...more,
});

/** What is due where nothing but the total is. */
export const ONLY_TOTAL: Due = { today: 0, rest: false };
export const EVERYTHING: Due = { today: 0, rest: true };

export interface Shape {
  readonly people: number;
  readonly steps: number;
  /** How likely a person does something at a step. */
  readonly busy: number;
}

const pick = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** A month of a team that moves people about, hears of things late, loses and wins people, and of whom one does much. */
export function generate({ people, steps, busy }: Shape, random: () => number): GeneratedStep[] {
  const groups = ['g1', 'g2', 'g3', ''].slice(0, 2 + Math.floor(random() * 3));
  const where = new Map(
    Array.from({ length: people }, (_, n) => [
      `m${n}`,
      { group: pick(groups, random), region: pick(['north', 'south'], random) },
    ]),
  );
  let step = FIRST_STEP;
  return Array.from({ length: steps }, () => {
    const before = step;
    step += 1 + Math.floor(random() * 40);
    const moved = `m${Math.floor(random() * people)}`;
    where.set(moved, { group: pick(groups, random), region: pick(['north', 'south'], random) });
    if (random() < 0.1 && where.size > 3) where.delete(`m${Math.floor(random() * people)}`);
    if (random() < 0.1) where.set(`n${step}`, { group: pick(groups, random), region: 'north' });
    const drops = [...where].flatMap(([member, place]) => deeds(member, place, step, busy, random));
    return { step, drops, due: dueAt(MONTH, before, step, dayOf) };
  });
}

function deeds(
  member: string,
  place: { group: string; region: string },
  step: number,
  busy: number,
  random: () => number,
): Drop[] {
  // The observer does much and everywhere: what they know of themselves must not hide others.
  const most = member === 'm0' ? 6 : random() < busy ? 1 + Math.floor(random() * 3) : 0;
  return Array.from({ length: most }, () =>
    drop(member, {
      ...place,
      // Late ones are of days before.
      day: dayOf(step) - (random() < 0.2 ? 1 + Math.floor(random() * 3) : 0),
      channel: pick(['x', 'x', 'line', 'note'], random),
      site: pick(['x', 'note', 's.example'], random),
      campaign: pick(['', 'autumn', 'winter'], random),
      item: pick(['', 'i1', 'i2'], random),
      type: pick(['opened', 'opened', 'clicked'], random),
      scan: random() < 0.3,
      // Apart from one another: what is in a row is seen by its sum.
      count: 1 + Math.floor(random() * 1e6),
    }),
  );
}

const MATCHES: Readonly<Record<string, (one: Drop, names: readonly string[]) => boolean>> = {
  t: () => true,
  q: (one) => one.scan,
  d: (one, [a, b]) => String(one.day) === a && one.channel === b,
  s: (one, [a, b, c]) => String(one.day) === a && one.channel === b && one.site === c,
  g: (one, [a]) => one.group === a,
  r: (one, [a]) => one.region === a,
  c: (one, [a]) => one.campaign === a,
  w: (one, [a]) => one.channel === a,
  i: (one, [a]) => one.item === a,
  gx: (one, [a, b]) => one.group === a && one.channel === b,
  rx: (one, [a, b]) => one.region === a && one.channel === b,
  cx: (one, [a, b]) => one.campaign === a && one.channel === b,
  ix: (one, [a, b]) => one.item === a && one.channel === b,
};
const WHOLE: Readonly<Record<string, string>> = { s: 'd', gx: 'g', rx: 'r', cx: 'c', ix: 'i' };

/** A drop and the rows it is in, by figure; `openDay`: the first day that was open when the total took it. */
interface Followed {
  readonly one: Drop;
  readonly figures: Map<string, number>;
  openDay: number;
}

/** Whether a row of a figure takes a drop, by the words of the rule and not by the ledger. */
function takes(figure: string, { one, figures, openDay }: Followed): boolean {
  const kind = kindOf(figure);
  if (figures.has(figure) || !MATCHES[kind]?.(one, namesOf(figure))) return false;
  if (kind === 't') return true;
  if ((kind === 'd' || kind === 's') && one.day < openDay) return false;
  return [...figures.keys()].some((other) => kindOf(other) === (WHOLE[kind] ?? 't'));
}

/** Which drops are in which rows. Throws where a row's number is another than their sum. */
export function membership(
  steps: readonly GeneratedStep[],
  published: readonly (readonly Row[])[],
  type: string,
  covers: (member: string) => boolean,
): { columns: Column[]; rows: number } {
  const drops: Followed[] = [];
  let [count, openDay] = [0, 0];
  for (const [at, { drops: some, due }] of steps.entries()) {
    for (const one of some) if (one.type === type) drops.push({ one, figures: new Map(), openDay });
    for (const row of (published[at] ?? []).filter((one) => one.type === type)) {
      taken(drops, row, count, openDay);
      count += 1;
    }
    openDay = Math.max(openDay, due.today);
  }
  const columns = drops.map(({ one, figures }) => ({
    person: covers(one.member) ? one.member : '',
    rows: [...figures.values()],
  }));
  return { columns, rows: count };
}

function taken(drops: readonly Followed[], { figure, value }: Row, row: number, openDay: number): void {
  const within = drops.filter((followed) => takes(figure, followed));
  const sum = within.reduce((all, { one }) => all + one.count, 0);
  if (sum !== value) throw new Error(`${figure} is ${value} and its drops are ${sum}`);
  for (const followed of within) {
    followed.figures.set(figure, row);
    if (figure === 't') followed.openDay = openDay;
  }
}

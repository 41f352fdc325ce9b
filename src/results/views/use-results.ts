import { useEffect, useState } from 'preact/hooks';
import type { Team } from '../../team/team.ts';
import { monthOf } from '../../workspace/room.ts';
import { addUp, ResultDay, ResultSums } from '../results-items.ts';

const DAY = 86_400_000;

/** The results rooms that a span of days touches. */
export function monthsOf(fromDay: number, toDay: number): string[] {
  const months = new Set<string>();
  for (let day = fromDay; day <= toDay; day++) months.add(monthOf(day * DAY));
  months.add(monthOf(toDay * DAY));
  return [...months].map((month) => `results/${month}`);
}

export interface Results {
  readonly days: readonly ResultDay[];
  readonly people: ReadonlyMap<string, ResultSums>;
  readonly totals: ReadonlyMap<string, ResultSums>;
}

/** The results of some months, live. Days of two rooms are added: hours around midnight count in both. */
export function useResults(team: Team, fromDay: number, toDay: number): Results {
  const [results, setResults] = useState<Results>({ days: [], people: new Map(), totals: new Map() });
  const months = monthsOf(fromDay, toDay);
  useEffect(() => {
    const stop = new AbortController();
    const read = () => setResults(readResults(team, months));
    for (const month of months)
      for (const root of ['days', 'people', 'totals']) team.rooms.watch(month, root, read, stop.signal);
    return () => stop.abort();
  }, [team, months.join()]);
  return results;
}

function readResults(team: Team, months: readonly string[]): Results {
  const entries = (root: string) => months.flatMap((month) => [...team.rooms.room(month).items(root)]);
  const days = entries('days').flatMap(([, value]) => {
    const read = ResultDay.safeParse(value);
    return read.success ? [read.data] : [];
  });
  const sums = (root: string) =>
    addUp(
      entries(root).flatMap(([id, value]) => {
        const read = ResultSums.safeParse(value);
        return read.success ? [[id, read.data] as const] : [];
      }),
    );
  return { days, people: sums('people'), totals: sums('totals') };
}

import { useEffect, useState } from 'preact/hooks';
import type { Team } from '../../team/team.ts';
import { monthOf } from '../../workspace/room.ts';
import { NO_RESULTS, type Results, readResults } from '../read.ts';

const DAY = 86_400_000;

/** The results rooms that a span of days touches. */
export function monthsOf(fromDay: number, toDay: number): string[] {
  const months = new Set<string>();
  for (let day = fromDay; day <= toDay; day++) months.add(monthOf(day * DAY));
  months.add(monthOf(toDay * DAY));
  return [...months].map((month) => `results/${month}`);
}

/** The results of some months, live. Days of two rooms are added: hours around midnight count in both. */
export function useResults(team: Team, fromDay: number, toDay: number): Results {
  const [results, setResults] = useState<Results>(NO_RESULTS);
  const months = monthsOf(fromDay, toDay);
  useEffect(() => {
    const stop = new AbortController();
    const read = () =>
      setResults(readResults(months.map((month) => (root) => team.rooms.room(month).items(root))));
    for (const month of months)
      for (const root of ['days', 'people', 'totals', 'materials', 'channels'])
        team.rooms.watch(month, root, read, stop.signal);
    return () => stop.abort();
  }, [team, months.join()]);
  return results;
}

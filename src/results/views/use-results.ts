import { useEffect, useState } from 'preact/hooks';
import type { Team } from '../../team/team.ts';
import { roomName } from '../../workspace/room.ts';
import { type ReadRoom, type Results, readRoom, together } from '../read.ts';
import { resultsRoom } from '../rooms.ts';

/**
 * The results of some months (`2026-11`), live, as far as they are loaded. Only a changed room is read again, since a large
 * team's changes twice a second. A page that shows other months has to have another key.
 */
export function useResults(team: Team, months: readonly string[]): (of: readonly string[]) => Results {
  const [rooms, setRooms] = useState<ReadonlyMap<string, ReadRoom>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    for (const month of months) {
      const name = roomName(resultsRoom, { month });
      const read = () => {
        const room = readRoom((root) => team.rooms.room(name).items(root));
        setRooms((before) => new Map(before).set(month, room));
      };
      // Whoever watches one root hears of every change of the room.
      team.rooms.watch(name, 'days', read, stop.signal);
    }
    return () => stop.abort();
  }, [team, months.join()]);
  return (of) => together(of.flatMap((month) => rooms.get(month) ?? []));
}

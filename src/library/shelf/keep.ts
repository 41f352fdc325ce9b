import type { Team } from '../../team/team.ts';
import { ended, holdAlone } from '../../workspace/rooms/hold.ts';
import { hostOf, wordsOf } from '../fits.ts';
import { type Judged, judged } from '../judged.ts';
import { lastMonths } from '../months.ts';
import { readLibrary, type Told } from '../read.ts';
import { watchLibrary } from '../watch.ts';
import { type Shelved, shelf } from './table.ts';

/** How long what was told is let settle before the shelf is filled, ms: a first joining tells of thousands. */
const SETTLING = 1000;

const MOST_WORD = 60;

function shelved({ item, verdict }: Judged): Shelved {
  const words = [...item.tags, item.title].flatMap(wordsOf);
  return {
    id: item.id,
    item,
    verdict,
    host: hostOf(item.link),
    words: [...new Set(words.map((word) => word.slice(0, MOST_WORD)))],
  };
}

/** The rows for what stands in the library now. What is in the trash is on no shelf. */
export function shelfOf(told: readonly Told[]): Shelved[] {
  return judged(readLibrary(told))
    .filter(({ item }) => item.trashed === 0)
    .map(shelved);
}

/** Writes what changed since `before`, and takes away what is gone. */
async function fill(
  { workspace }: Team,
  rows: readonly Shelved[],
  before: Map<string, string>,
): Promise<void> {
  const now = new Map(rows.map((row) => [row.id, `${row.item.at} ${row.verdict}`]));
  const fresh = rows.filter(({ id }) => before.get(id) !== now.get(id));
  await workspace.together([shelf], async () => {
    const held = await workspace.rows(shelf).toCollection().primaryKeys();
    await workspace.rows(shelf).bulkDelete(held.filter((id) => !now.has(String(id))));
    await workspace.rows(shelf).bulkPut(fresh);
  });
  before.clear();
  for (const [id, stamp] of now) before.set(id, stamp);
}

/**
 * Keeps the shelf with the library while this page is open, unless another page does. It opens the library's rooms, so
 * that they are on this device when the hub is away, also where nobody looked at them yet.
 */
export function keepShelf(team: Team, signal: AbortSignal): void {
  const hold = async (until: AbortSignal) => {
    const before = new Map<string, string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let writing = Promise.resolve();
    const soon = (told: readonly Told[]) => {
      clearTimeout(timer);
      // What cannot be written is written with the next change; the library itself is in its rooms.
      timer = setTimeout(() => {
        writing = writing.then(() => fill(team, shelfOf(told), before)).catch(() => undefined);
      }, SETTLING);
    };
    watchLibrary(team.rooms, lastMonths(Date.now()), ['items'], soon, until);
    await ended(until);
    clearTimeout(timer);
  };
  void holdAlone('musubi-shelf', signal, hold);
}

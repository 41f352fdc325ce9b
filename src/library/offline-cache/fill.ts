import type { Team } from '../../team/team.ts';
import { untilAborted, withExclusiveLock } from '../../workspace/rooms/exclusive-lock.ts';
import { SerialQueue } from '../../workspace/serial-queue.ts';
import { type ItemWithStatus, withStatus } from '../item-status.ts';
import { lastMonths } from '../months.ts';
import { type RootItems, readLibrary } from '../read.ts';
import { hostOf, wordsOf } from '../relevance.ts';
import { watchLibrary } from '../watch.ts';
import { type CachedItem, shelf } from './table.ts';

/** Debounce before the cache is filled, ms: a first sync brings thousands of changes. */
const SETTLING = 1000;

const MOST_WORD = 60;

function shelved({ item, verdict }: ItemWithStatus): CachedItem {
  const words = [...item.tags, item.title].flatMap(wordsOf);
  return {
    id: item.id,
    item,
    verdict,
    host: hostOf(item.link),
    words: [...new Set(words.map((word) => word.slice(0, MOST_WORD)))],
  };
}

/** Cache rows for the present library, without trashed items. */
export function cachedItemsOf(roots: readonly RootItems[]): CachedItem[] {
  return withStatus(readLibrary(roots))
    .filter(({ item }) => item.trashed === 0)
    .map(shelved);
}

const stampOf = ({ item, verdict }: CachedItem) => `${item.at} ${verdict}`;

/** Stamps of the cached rows by id: another page or an earlier session may have written them. */
async function stampsOf({ workspace }: Team): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  await workspace.rows(shelf).each((row) => stamps.set(row.id, stampOf(row)));
  return stamps;
}

/** Writes changed rows and deletes those that are gone. Returns the new stamps. */
async function fill(
  { workspace }: Team,
  rows: readonly CachedItem[],
  cached: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const now = new Map(rows.map((row) => [row.id, stampOf(row)]));
  const fresh = rows.filter(({ id }) => cached.get(id) !== now.get(id));
  const gone = [...cached.keys()].filter((id) => !now.has(id));
  await workspace.together([shelf], async () => {
    await workspace.rows(shelf).bulkDelete(gone);
    await workspace.rows(shelf).bulkPut(fresh);
  });
  return now;
}

/**
 * Mirrors the library into the offline cache while this page is open, unless another page does. It opens the
 * library's rooms, so that they are on the device even if nobody looked at them.
 */
export function keepOfflineCache(team: Team, signal: AbortSignal): void {
  const months = lastMonths(Date.now());
  const hold = async (until: AbortSignal) => {
    let cached: ReadonlyMap<string, string> | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turns = new SerialQueue();
    const write = async (roots: readonly RootItems[]) => {
      cached = await fill(team, cachedItemsOf(roots), cached ?? (await stampsOf(team)));
    };
    const soon = (roots: readonly RootItems[]) => {
      clearTimeout(timer);
      // A room that is still loading looks empty and would clear its cached rows.
      if (roots.length < months.length + 1) return;
      // What could not be written is written with the next change; the rooms hold the data.
      const fillNow = () => {
        turns.run(() => write(roots)).catch(() => undefined);
      };
      timer = setTimeout(fillNow, SETTLING);
    };
    watchLibrary(team.rooms, months, ['items'], soon, until);
    await untilAborted(until);
    clearTimeout(timer);
  };
  void withExclusiveLock('musubi-shelf', signal, hold);
}

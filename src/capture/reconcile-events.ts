import { diaryTables } from '../activity/diary.ts';
import type { Event } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import { tally } from '../activity/tally.ts';
import type { Workspace } from '../workspace/open.ts';
import type { Capture } from './capture.ts';
import { markUncounted, uncounted } from './eventless-marks.ts';
import { captures } from './tables.ts';

/** Captures reconciled in one transaction. */
const BATCH = 500;

interface Settled {
  readonly capture: Capture;
  /** Further "captured" events of the same post, which become looks. */
  readonly looks: readonly Event[];
}

/**
 * Reconciles a capture with its events: it counts as captured while one of its "captured" events is not undone,
 * and by exactly one of them. A post captured on two devices is one capture with one more look. Without such an
 * event the row decides.
 */
export function settled(capture: Capture, about: readonly Event[]): Settled {
  const captured = about.filter((event) => event.type === 'captured').sort((a, b) => b.at - a.at);
  const active = captured.filter((event) => event.undone === 0);
  if (captured.length === 0) return { capture, looks: [] };
  const keeper = active.find((event) => event.id === capture.event) ?? active[0];
  if (keeper) {
    return {
      capture: { ...capture, event: keeper.id, undone: 0 },
      looks: active.filter((event) => event !== keeper),
    };
  }
  const last = captured.find((event) => event.id === capture.event) ?? captured[0];
  return {
    capture: { ...capture, event: last?.id ?? capture.event, undone: capture.undone || (last?.undone ?? 0) },
    looks: [],
  };
}

async function settleSome(workspace: Workspace, ids: readonly string[]): Promise<void> {
  await workspace.together([...diaryTables, captures], async () => {
    const rows = await workspace.rows(captures).bulkGet([...ids]);
    const about = Map.groupBy(
      await workspace.rows(events).where('about').anyOf(ids).toArray(),
      (event) => event.about,
    );
    const found = rows.flatMap((row) => (row ? [{ row, ...settled(row, about.get(row.id) ?? []) }] : []));
    const changed = found.filter(
      ({ row, capture }) => row.event !== capture.event || row.undone !== capture.undone,
    );
    const changes = found
      .flatMap(({ looks }) => looks)
      .map((before) => ({ before, after: { ...before, type: 'looked' as const } }));
    await workspace.rows(captures).bulkPut(changed.map(({ capture }) => capture));
    await workspace.rows(events).bulkPut(changes.map(({ after }) => after));
    await tally(workspace, changes);
    const keys = found.flatMap(({ capture }) =>
      uncounted(
        capture,
        about.get(capture.id)?.find(({ id }) => id === capture.event),
      ),
    );
    await markUncounted(workspace, keys);
  });
}

/** Reconciles captures with their events after an import. Idempotent. */
export async function settleCaptures(workspace: Workspace, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH)
    await settleSome(workspace, ids.slice(from, from + BATCH));
}

import { diaryTables, record } from '../activity/diary.ts';
import { dayOf } from '../activity/event.ts';
import { events } from '../activity/events.ts';
import type { Workspace } from '../workspace/open.ts';
import { withoutTag, withTag } from '../workspace/tags.ts';
import type { Capture } from './capture.ts';
import { keysOf, markKeys } from './post-keys.ts';
import { captures } from './tables.ts';

/**
 * Changes a capture read in the same transaction, so that two windows do not overwrite each other. Throws a
 * ZodError, and changes nothing, where the result is invalid. False for an unknown id.
 */
function change(
  workspace: Workspace,
  id: string,
  after: (before: Capture) => Partial<Capture>,
): Promise<boolean> {
  return workspace.together([captures], async () => {
    const before = await workspace.rows(captures).get(id);
    if (!before) return false;
    await workspace.put(captures, { ...before, ...after(before) });
    return true;
  });
}

/** Writes the note. */
export function writeNote(workspace: Workspace, id: string, note: string): Promise<boolean> {
  return change(workspace, id, () => ({ note }));
}

/** Adds a tag in the spelling already used elsewhere (`known`). Idempotent. */
export function addTag(
  workspace: Workspace,
  id: string,
  typed: string,
  known: readonly string[],
): Promise<boolean> {
  return change(workspace, id, ({ tags }) => ({ tags: withTag(tags, typed, known) }));
}

/** Removes a tag. */
export function removeTag(workspace: Workspace, id: string, tag: string): Promise<boolean> {
  return change(workspace, id, ({ tags }) => ({ tags: withoutTag(tags, tag) }));
}

/**
 * Restores a removed capture: same capture, new event, and no new look since nobody read the post again.
 * `event` is minted by the press, so repeating it changes nothing.
 */
export function keepAgain(workspace: Workspace, id: string, event: string, at: number): Promise<boolean> {
  return workspace.together([...diaryTables, captures], async () => {
    const capture = await workspace.rows(captures).get(id);
    if (!capture || capture.undone === 0) return false;
    const before = await workspace.rows(events).get(capture.event);
    if (!before) return false;
    await workspace.put(captures, { ...capture, undone: 0, event: `c-${event}` });
    await markKeys(workspace, keysOf(capture, before.post), 1);
    return record(workspace, { ...before, id: `c-${event}`, at, day: dayOf(at), undone: 0 });
  });
}

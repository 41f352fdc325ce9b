import { diaryTables, record } from '../activity/diary.ts';
import { dayOf, events } from '../activity/event.ts';
import type { Workspace } from '../workspace/open.ts';
import { withoutTag, withTag } from '../workspace/tags.ts';
import { keysOf, markKeys } from './post-keys.ts';
import { type Capture, captures } from './tables.ts';

/**
 * Changes a capture as it stands at that moment, in one transaction, so that two windows do not overwrite each
 * other's change. Throws a ZodError, and changes nothing, where the result does not fit. False for an unknown id.
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

/** Adds a tag, spelled as it is elsewhere (`known`). Adding one that is there changes nothing. */
export function addTag(
  workspace: Workspace,
  id: string,
  typed: string,
  known: readonly string[],
): Promise<boolean> {
  return change(workspace, id, ({ tags }) => ({ tags: withTag(tags, typed, known) }));
}

/** Takes a tag off. */
export function removeTag(workspace: Workspace, id: string, tag: string): Promise<boolean> {
  return change(workspace, id, ({ tags }) => ({ tags: withoutTag(tags, tag) }));
}

/**
 * Keeps a capture again that was taken back: the same capture with a new event, and no new look, since nobody
 * looked at the post. `event` is minted by the press: the same one twice changes nothing.
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

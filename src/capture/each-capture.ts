import type { Workspace } from '../workspace/open.ts';
import type { Capture, Picture } from './capture.ts';
import { captures } from './tables.ts';

/** Captures read in one go. */
const PAGE = 500;

/** Reads all captures, removed ones included, a page at a time. */
export async function eachCapture(
  workspace: Workspace,
  use: (capture: Capture) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let last = ''; ; ) {
    const page = await workspace.rows(captures).where('id').above(last).limit(PAGE).toArray();
    for (const capture of page) use(capture);
    signal?.throwIfAborted();
    const end = page[page.length - 1];
    if (page.length < PAGE || !end) return;
    last = end.id;
  }
}

/** The pictures of a capture; a row that no longer matches the schema has no list of them. */
export const picturesOf = (capture: Capture): readonly Picture[] =>
  Array.isArray(capture.pictures) ? capture.pictures : [];

import * as z from 'zod/mini';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, type Setting } from '../workspace/setting.ts';
import { CaptureFilter } from './search.ts';
import { SORTS } from './sort.ts';

export const MAX_SEARCHES = 30;
export const MAX_NAME = 60;

/** A search stored under a name. */
export const SavedSearch = z.object({
  id: z.string().check(z.maxLength(60)),
  name: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  filter: CaptureFilter,
  sort: z.enum(SORTS),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

export const savedSearches: Setting<SavedSearch[]> = {
  name: 'captures.searches',
  value: z.array(SavedSearch).check(z.maxLength(MAX_SEARCHES)),
  initial: [],
};

/** Whether a search of this name fits: it replaces one of the same name. */
export const hasRoom = (saved: readonly SavedSearch[], name: string): boolean =>
  saved.filter((one) => one.name !== name).length < MAX_SEARCHES;

/** Saves a search, replacing one of the same name. False, and nothing changes, where the limit is reached. */
export async function saveSearch(
  workspace: Workspace,
  { name, filter, sort }: Omit<SavedSearch, 'id'>,
): Promise<boolean> {
  const wanted = { id: newId(), name, filter, sort };
  const after = await changeSetting(workspace, savedSearches, (before) =>
    hasRoom(before, name) ? [...before.filter((one) => one.name !== name), wanted] : before,
  );
  return after.some(({ id }) => id === wanted.id);
}

/** Deletes a saved search. */
export const forgetSearch = (workspace: Workspace, id: string): Promise<SavedSearch[]> =>
  changeSetting(workspace, savedSearches, (before) => before.filter((one) => one.id !== id));

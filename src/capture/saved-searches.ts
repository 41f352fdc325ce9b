import * as z from 'zod/mini';
import { newId } from '../workspace/ids.ts';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, type Setting } from '../workspace/setting.ts';
import { CaptureFilter } from './search.ts';
import { SORTS } from './sort.ts';

export const MAX_SEARCHES = 30;
export const MAX_NAME = 60;

/** A way of looking that the person wants again, by a name. */
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

/** Saves a search; one of that name is replaced. */
export function saveSearch(
  workspace: Workspace,
  { name, filter, sort }: Omit<SavedSearch, 'id'>,
): Promise<SavedSearch[]> {
  return changeSetting(workspace, savedSearches, (before) => {
    const others = before.filter((one) => one.name !== name);
    return [...others, { id: newId(), name, filter, sort }].slice(-MAX_SEARCHES);
  });
}

/** Forgets a search. */
export const forgetSearch = (workspace: Workspace, id: string): Promise<SavedSearch[]> =>
  changeSetting(workspace, savedSearches, (before) => before.filter((one) => one.id !== id));

import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { changeSetting, type Setting } from '../workspace/setting.ts';

/** `anyPage`: menu and shortcuts work everywhere. `words`: selected text can be captured. `founding`: a new team's first steps. */
export const HINTS = ['anyPage', 'words', 'founding'] as const;
export type Hint = (typeof HINTS)[number];

/** Hints that were followed or dismissed; they never return. */
export const goneHints: Setting<string[]> = {
  name: 'hints',
  value: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
  initial: [],
};

/** Dismisses a hint for good. Idempotent. */
export async function dropHint(workspace: Workspace, hint: Hint): Promise<void> {
  await changeSetting(workspace, goneHints, (gone) => (gone.includes(hint) ? gone : [...gone, hint]));
}

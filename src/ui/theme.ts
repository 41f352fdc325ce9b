import { liveQuery } from 'dexie';
import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { readSetting, type Setting } from '../workspace/setting.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How light our own pages are; what stands in a page of others goes by that page. */
export const themeSetting: Setting<Theme> = { name: 'theme', value: z.enum(THEMES), initial: 'system' };

/** Has this page be as light as that. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Follows the setting for as long as this page lives, from whichever window it is changed. Ready once it holds here. */
export async function followTheme(workspace: Workspace): Promise<void> {
  const read = () => readSetting(workspace, themeSetting);
  // A diary that cannot be read has its own words for that.
  applyTheme(await read().catch(() => themeSetting.initial));
  liveQuery(read).subscribe({ next: applyTheme, error: () => undefined });
}

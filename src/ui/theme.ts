import { liveQuery } from 'dexie';
import * as z from 'zod/mini';
import type { Workspace } from '../workspace/open.ts';
import { readSetting, type Setting } from '../workspace/setting.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Theme of our own pages; our elements in foreign pages follow that page. */
export const themeSetting: Setting<Theme> = { name: 'theme', value: z.enum(THEMES), initial: 'system' };

/** Applies a theme to this page. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Follows the setting while this page lives, whichever window changes it. Resolves once applied. */
export async function followTheme(workspace: Workspace): Promise<void> {
  const read = () => readSetting(workspace, themeSetting);
  // An unreadable diary is reported elsewhere.
  applyTheme(await read().catch(() => themeSetting.initial));
  liveQuery(read).subscribe({ next: applyTheme, error: () => undefined });
}

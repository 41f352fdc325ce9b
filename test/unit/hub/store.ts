import { restore as restoreWith } from '../../../src/hub/backup/restore.ts';
import { stepsOf } from '../../../src/hub/capabilities.ts';
import { openStore as openWith, type Store } from '../../../src/hub/store/sqlite.ts';
import { HUB_CAPABILITIES } from '../../../src/hub-sides.ts';

/** Every step of a hub's store. */
export const MIGRATIONS = stepsOf(HUB_CAPABILITIES);

/** Opens a store as a hub does. */
export const openStore = (
  folder: string,
  now = Date.now(),
  steps = MIGRATIONS,
  ...more: Parameters<typeof openWith> extends [unknown, unknown, unknown, ...infer More] ? More : never
): Promise<Store> => openWith(folder, now, steps, ...more);

/** Restores a backup as a hub does. */
export const restore = (backup: string, folder: string): void => restoreWith(backup, folder, MIGRATIONS);

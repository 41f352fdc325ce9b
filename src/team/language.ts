import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { type Language, nearestLanguage, type Profile, profile } from './profile.ts';

/**
 * The language of ours that is nearest to the browser's: of our pages, of what they promise, and of what is shared. Workers
 * and pages use the same list, so that speech and screen never differ.
 */
export const browserLanguage = (): Language =>
  nearestLanguage(typeof navigator === 'undefined' ? [] : navigator.languages);

/** The language that a person chose, else the browser's. */
export const languageOf = ({ language }: Pick<Profile, 'language'>): Language =>
  language || browserLanguage();

/** The same, by the diary. */
export async function readLanguage(workspace: Workspace): Promise<Language> {
  return languageOf(await readSetting(workspace, profile));
}

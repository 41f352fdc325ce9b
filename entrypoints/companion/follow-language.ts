import { useEffect } from 'preact/hooks';
import { current, speak } from '../../src/i18n/language.ts';
import { type Language, nearestLanguage, type Profile, profile } from '../../src/team/profile.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';

/** The person's language, or the browser's where they chose none. */
export function languageOf(person: Profile): Language {
  return person.language || nearestLanguage(navigator.languages);
}

/** Speaks another language as soon as it is chosen, in whichever window. */
export function useLanguage(workspace: Workspace): void {
  const person = useLive(() => readSetting(workspace, profile), [workspace]);
  const language = person.state === 'ready' ? languageOf(person.value) : current.value.language;
  useEffect(() => {
    if (language !== current.value.language) void speak(language);
  }, [language]);
}

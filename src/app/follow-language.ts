import { useEffect } from 'preact/hooks';
import { current, speak } from '../i18n/language.ts';
import { languageOf } from '../team/language.ts';
import { profile } from '../team/profile.ts';
import { useLive } from '../workspace/live.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';

/** Changes the language as soon as it is chosen, in any window. */
export function useLanguage(workspace: Workspace): void {
  const person = useLive(() => readSetting(workspace, profile), [workspace]);
  const language = person.state === 'ready' ? languageOf(person.value) : current.value.language;
  useEffect(() => {
    if (language !== current.value.language) void speak(language);
  }, [language]);
}

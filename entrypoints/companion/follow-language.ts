import { useEffect } from 'preact/hooks';
import { current, speak } from '../../src/i18n/language.ts';
import { languageOf } from '../../src/team/language.ts';
import { profile } from '../../src/team/profile.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';

/** Changes the language as soon as it is chosen, in any window. */
export function useLanguage(workspace: Workspace): void {
  const person = useLive(() => readSetting(workspace, profile), [workspace]);
  const language = person.state === 'ready' ? languageOf(person.value) : current.value.language;
  useEffect(() => {
    if (language !== current.value.language) void speak(language);
  }, [language]);
}

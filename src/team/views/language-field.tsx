import './profile.css';
import { t } from '../../i18n/language.ts';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { asking, type MessageMap } from '../../workspace/ask.ts';
import type { languageChanged } from '../../workspace/messages.ts';
import type { Workspace } from '../../workspace/open.ts';
import { LANGUAGES, type Language, type Profile } from '../profile.ts';
import { changeProfile } from './change-profile.ts';

/** Each language under its own name, so that people find theirs without reading another. */
const NAMES: Record<Language, string> = { ja: '日本語', en: 'English', 'zh-CN': '简体中文' };

interface LanguageFieldProps {
  workspace: Workspace;
  person: Profile;
}

const ask = asking<MessageMap<typeof languageChanged>>();

/** The language of everything that is Musubi's. Open pages follow once it is stored. */
export function LanguageField({ workspace, person }: LanguageFieldProps) {
  const options = [
    { value: '' as const, label: t('languageBrowser') },
    ...LANGUAGES.map((language) => ({ value: language, label: NAMES[language] })),
  ];
  return (
    <div class="language-field">
      <Segmented
        label={t('settingsLanguage')}
        value={person.language}
        options={options}
        onChange={(language) => {
          changeProfile(workspace, { language })
            .then(() => ask('language.changed', {}))
            .catch(sayFailure);
        }}
      />
    </div>
  );
}

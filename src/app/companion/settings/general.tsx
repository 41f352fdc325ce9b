import { PaceFields } from '../../../draft/views/pace-fields.tsx';
import { t } from '../../../i18n/language.ts';
import { ClickBadgeField } from '../../../link/views/click-badge-field.tsx';
import { newCode } from '../../../share/tracking-code.ts';
import { RelationFields } from '../../../share/views/relation/relation-fields.tsx';
import { CodeField } from '../../../team/views/code-field.tsx';
import { CountryField } from '../../../team/views/country-field.tsx';
import { LanguageField } from '../../../team/views/language-field.tsx';
import { ProfileFields } from '../../../team/views/profile-fields.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Section } from '../../../ui/section.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ThemeField } from '../../../ui/theme-field.tsx';
import { asking } from '../../../workspace/ask.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Messages } from '../../messages.ts';
import { previewOf, readChoices } from '../../person.ts';

const ask = asking<Messages>();

/** Settings of the person and their shares. Each applies at once. */
export function General({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readChoices(workspace), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('settingsReading')} />;
  const { person, channels } = live.value;
  return (
    <>
      <Section title={t('settingsPace')} about={t('settingsPaceAbout')}>
        <PaceFields workspace={workspace} />
      </Section>
      <Section title={t('settingsYou')} about={t('settingsYouAbout')}>
        <ProfileFields workspace={workspace} person={person} />
      </Section>
      <Section title={t('settingsRelation')} about={t('settingsRelationAbout')}>
        <RelationFields workspace={workspace} />
      </Section>
      <Section title={t('settingsDisclosure')} about={t('settingsDisclosureAbout')}>
        <CountryField workspace={workspace} person={person} preview={previewOf(person, channels)} />
      </Section>
      <Section title={t('settingsCode')} about={t('settingsCodeAbout')}>
        <CodeField workspace={workspace} person={person} mint={newCode} />
      </Section>
      <Section title={t('settingsBadge')} about={t('settingsBadgeAbout')}>
        <ClickBadgeField workspace={workspace} onChanged={() => void ask('draft.look', {})} />
      </Section>
      <Section title={t('settingsTheme')} about={t('settingsThemeAbout')}>
        <ThemeField workspace={workspace} />
      </Section>
      <Section title={t('settingsLanguage')} about={t('settingsLanguageAbout')}>
        <LanguageField
          workspace={workspace}
          person={person}
          onChanged={() => void ask('language.changed', {})}
        />
      </Section>
    </>
  );
}

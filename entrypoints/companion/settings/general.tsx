import type { Messages } from '../../../src/app/messages.ts';
import { PaceFields } from '../../../src/draft/views/pace-fields.tsx';
import { t } from '../../../src/i18n/language.ts';
import { ClickBadgeField } from '../../../src/link/views/click-badge-field.tsx';
import { newCode } from '../../../src/share/tracking-code.ts';
import { RelationFields } from '../../../src/share/views/relation/relation-fields.tsx';
import { CodeField } from '../../../src/team/views/code-field.tsx';
import { CountryField } from '../../../src/team/views/country-field.tsx';
import { LanguageField } from '../../../src/team/views/language-field.tsx';
import { ProfileFields } from '../../../src/team/views/profile-fields.tsx';
import { Failed } from '../../../src/ui/failed.tsx';
import { Section } from '../../../src/ui/section.tsx';
import { Skeleton } from '../../../src/ui/skeleton.tsx';
import { ThemeField } from '../../../src/ui/theme-field.tsx';
import { asking } from '../../../src/workspace/ask.ts';
import { useLive } from '../../../src/workspace/live.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { previewOf, readChoices } from '../person.ts';

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

import { useEffect, useState } from 'preact/hooks';
import type { Messages } from '../../src/declarations.ts';
import { t } from '../../src/i18n/language.ts';
import { withCode } from '../../src/share/share.ts';
import { Networks } from '../../src/share/views/networks/networks.tsx';
import { Code } from '../../src/team/views/code-field.tsx';
import { CountryField } from '../../src/team/views/country-field.tsx';
import { LanguageField } from '../../src/team/views/language-field.tsx';
import { ProfileFields } from '../../src/team/views/profile-fields.tsx';
import { SiteChoice } from '../../src/team/views/site-choice.tsx';
import { changeProfile } from '../../src/team/views/use-profile.ts';
import { Button } from '../../src/ui/button.tsx';
import { Failed } from '../../src/ui/failed.tsx';
import { Knot } from '../../src/ui/knot.tsx';
import { sayFailure } from '../../src/ui/say-failure.ts';
import { Section } from '../../src/ui/section.tsx';
import { Skeleton } from '../../src/ui/skeleton.tsx';
import { Toasts } from '../../src/ui/toast.tsx';
import { asking } from '../../src/workspace/ask.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { useLanguage } from '../companion/follow-language.ts';
import { previewOf, readChoices, siteDoors } from '../companion/person.ts';
import { NextSteps } from './next-steps.tsx';

const ask = asking<Messages>();

type Choices = Awaited<ReturnType<typeof readChoices>>;

function Head({ workspace, person }: { workspace: Workspace; person: Choices['person'] }) {
  return (
    <header class="welcome-head">
      <p class="welcome-brand">
        <Knot />
        Musubi
      </p>
      <LanguageField
        workspace={workspace}
        person={person}
        onChanged={() => void ask('language.changed', {})}
      />
      <h1>{t('welcomeTitle')}</h1>
      <p class="soft">{t('welcomeLead')}</p>
    </header>
  );
}

/** The steps, on one page, each with a default that holds if it is passed over. */
function Steps({ workspace, choices }: { workspace: Workspace; choices: Choices }) {
  const { person, channels } = choices;
  return (
    <>
      <Section title={t('welcomeSites')} about={t('welcomeSitesAbout')}>
        <SiteChoice sites={siteDoors.sites} hostOf={siteDoors.hostOf} />
      </Section>
      <Section title={t('welcomeYou')} about={t('welcomeYouAbout')}>
        <ProfileFields workspace={workspace} person={person} />
      </Section>
      <Section title={t('settingsDisclosure')} about={t('settingsDisclosureAbout')}>
        <CountryField workspace={workspace} person={person} preview={previewOf(person, channels)} />
      </Section>
      <Section title={t('settingsCode')} about={t('settingsCodeAbout')}>
        <p>{person.code && <Code code={person.code} />}</p>
      </Section>
      <Section title={t('settingsNetworks')} about={t('settingsNetworksAbout')}>
        <Networks workspace={workspace} />
      </Section>
    </>
  );
}

/** First run: who one is, what one reads, where one shares. No account, and nothing that has to be filled in. */
export function Welcome({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readChoices(workspace), [workspace]);
  const [done, setDone] = useState(false);
  useLanguage(workspace);
  useEffect(() => {
    // A diary that cannot be written shows itself in the reading below.
    withCode(workspace).catch(() => undefined);
  }, [workspace]);
  useEffect(() => {
    document.title = `${t('welcomeTitle')} · Musubi`;
  });
  const finish = async () => {
    await changeProfile(workspace, { welcomed: Date.now() });
    setDone(true);
    window.scrollTo(0, 0);
  };
  return (
    <div class="welcome">
      {live.state === 'failed' && <Failed error={live.error} />}
      {live.state === 'loading' && <Skeleton label={t('settingsReading')} />}
      {live.state === 'ready' && done && <NextSteps />}
      {live.state === 'ready' && !done && (
        <>
          <Head workspace={workspace} person={live.value.person} />
          <Steps workspace={workspace} choices={live.value} />
          <div class="welcome-start">
            <p class="soft">{t('welcomeSkip')}</p>
            <Button kind="shu" onClick={() => finish().catch(sayFailure)}>
              {t('welcomeStart')}
            </Button>
          </div>
        </>
      )}
      <Toasts />
    </div>
  );
}
